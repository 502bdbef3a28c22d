-- breach: skip-locked
select id from clock where city = $1 for update
  skip locked limit 10;
