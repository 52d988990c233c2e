-- One row per row of the file: what it says in this project's words, and why it is rejected (null: it is kept).
-- The first rule that a row breaks names its reason: what the row is comes before what its numbers are, and a repetition
-- counts only where the row would have been kept.
with
non_product (code, meaning) as (
    values
        ('POST', 'postage'),
        ('DOT', 'postage of the web shop'),
        ('C2', 'carriage'),
        ('C3', 'carriage'),
        ('M', 'a manual entry'),
        ('D', 'a discount'),
        ('S', 'samples sent'),
        ('B', 'an adjustment of bad debt'),
        ('PADS', 'a filler entry'),
        ('ADJUST', 'an adjustment'),
        ('ADJUST2', 'an adjustment'),
        ('BANK CHARGES', 'bank charges'),
        ('AMAZONFEE', 'a fee'),
        ('GIFT', 'a gift voucher'),
        ('GIFT_0001', 'a gift voucher'),
        ('TEST', 'a test entry')
),

read_row as (
    select
        file_row,
        trim(Invoice) as invoice,
        upper(trim(StockCode)) as sku_id,
        nullif(trim(regexp_replace(Description, '\s+', ' ', 'g')), '') as description,
        Quantity as quantity,
        cast(Price as decimal(18, 4)) as price,
        cast(cast("Customer ID" as bigint) as varchar) as seller_id,
        Country as country,
        timezone('Europe/London', try_cast(InvoiceDate as timestamp)) as invoiced_at,
        to_json({
            'Invoice': Invoice,
            'StockCode': StockCode,
            'Description': Description,
            'Quantity': Quantity,
            'InvoiceDate': InvoiceDate,
            'Price': Price,
            'Customer ID': "Customer ID",
            'Country': Country
        }) as original,
        row_number() over (
            partition by Invoice, StockCode, Description, Quantity, InvoiceDate, Price, "Customer ID", Country
            order by file_row
        ) as occurrence
    from source_row
),

known_row as (
    select
        read_row.*,
        non_product.meaning as non_product_meaning
    from read_row
    left join non_product
        on non_product.code = regexp_replace(read_row.sku_id, '^(GIFT_0001|TEST)_?[0-9]+$', '\1')
)

select
    file_row,
    invoice,
    row_number() over (partition by invoice order by file_row) as line_number,
    sku_id,
    description,
    quantity,
    cast(price * 100 as bigint) as sale_price_minor,
    seller_id,
    country,
    invoiced_at,
    min(invoiced_at) over (partition by invoice) as ordered_at,
    original,
    case
        when starts_with(invoice, 'C') then 'cancellation'
        when non_product_meaning is not null then 'non_product'
        when quantity <= 0 then 'quantity_not_positive'
        when price < 0 then 'price_negative'
        when price = 0 then 'price_zero'
        when price * 100 <> floor(price * 100) then 'price_below_a_penny'
        when occurrence > 1 then 'duplicate_row'
    end as reject_reason,
    case reject_reason
        when 'cancellation' then 'invoice ' || invoice || ' cancels goods of an earlier invoice'
        when 'non_product' then 'stock code ' || sku_id || ' is ' || non_product_meaning || ', no goods'
        when 'quantity_not_positive' then 'quantity is ' || quantity
        when 'price_negative' then 'price is ' || price
        when 'price_zero' then 'price is zero'
        when 'price_below_a_penny' then 'price ' || price || ' is no whole number of pence'
        when 'duplicate_row' then 'equals an earlier row in every column'
    end as reject_detail,
    case
        when seller_id is null then 'no_customer'
    end as keep_note
from known_row
