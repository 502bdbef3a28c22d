// breach: format
export const name = "one" ;
