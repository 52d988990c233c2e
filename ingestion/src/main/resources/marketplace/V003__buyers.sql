-- Who receives the goods: a customer of the seller, named as the seller's shop names it.
alter table marketplace."order" add column buyer_id text;
alter table marketplace.order_line add column buyer_id text;
