-- One row per row of the file, as it stands there; file_row counts from 1.
select
    * exclude (file_row_number),
    file_row_number + 1 as file_row
from read_parquet(getvariable('source_file'), file_row_number = true)
