-- breach: channel
listen news;
