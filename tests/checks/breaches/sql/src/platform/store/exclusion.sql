-- breach: key-without-city
create table booking (city int, room int, during tstzrange, exclude using gist (room with =, during with &&));
