-- What compiled mappings call. Each uses its value once where it can: a macro is spelled out wherever it is called.

-- A text without the blanks around it (space, tab, no-break and ideographic space); null if nothing is left.
create macro present(t) as nullif(trim(cast(t as varchar), ' 	 　'), '');

-- A number, if it fits beside nine decimal places and can still be multiplied.
create macro bounded_number(t) as try_cast(t as decimal(24, 9));

-- The number that is the first group of a pattern, written with these signs; null if the text does not match.
create macro number_of(t, pattern, decimal_sign, group_sign) as
    bounded_number(nullif(replace(replace(regexp_extract(t, pattern, 1), group_sign, ''), decimal_sign, '.'), ''));

-- A number that is whole, or null.
create macro whole(n) as try_cast(regexp_extract(cast(n as varchar), '^(-?\d+)(\.0*)?$', 1) as bigint);

-- An instant written as ISO 8601; without an offset it is local to the zone.
create macro iso_time_of(t, zone) as
    case
        when regexp_matches(t, ':.*([zZ]|[+-]\d{2}(:?\d{2})?)$') then try_cast(t as timestamptz)
        else timezone(zone, try_cast(t as timestamp))
    end;

-- An instant written as a number of units of so many microseconds since 1970-01-01T00:00:00Z.
create macro epoch_time_of(t, microseconds) as
    make_timestamptz(cast(try_cast(bounded_number(t) * microseconds as decimal(18, 0)) as bigint));
