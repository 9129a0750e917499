-- A guide's kind was called PANDUAN in data made by earlier releases.
update guides set kind = 'GUIDE' where kind = 'PANDUAN';
