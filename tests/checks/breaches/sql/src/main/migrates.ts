// breach: key-without-city
export const migration = `create table word (city int, id int primary key)`
