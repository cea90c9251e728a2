/**
 * What PostgreSQL lacks to give FEEL's values: 34-digit decimals with ties to even, division by zero as null, month
 * arithmetic that answers null outside the years 1 to 9999. All are immutable and none raises an error.
 * The text is the migration's; a test holds the two together.
 */
const numbers = `
CREATE FUNCTION feel_round(x numeric, decimals int, mode text) RETURNS numeric
LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
DECLARE
  unit numeric := ('1e' || (-decimals))::numeric;
  scaled numeric := x * ('1e' || decimals)::numeric;
  whole numeric := trunc(scaled);
  rest numeric := abs(scaled - whole);
  away boolean;
BEGIN
  IF rest = 0 THEN
    RETURN trim_scale(x);
  END IF;
  away := CASE mode
    WHEN 'half even' THEN rest > 0.5 OR (rest = 0.5 AND mod(whole, 2) <> 0)
    WHEN 'half up' THEN rest >= 0.5
    WHEN 'half down' THEN rest > 0.5
    WHEN 'up' THEN TRUE
    WHEN 'down' THEN FALSE
    WHEN 'floor' THEN x < 0
    WHEN 'ceiling' THEN x > 0
  END;
  RETURN trim_scale((CASE WHEN away THEN whole + sign(x) ELSE whole END) * unit);
END
$$;

CREATE FUNCTION feel_round34(x numeric) RETURNS numeric
LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
DECLARE
  places int := min_scale(x);
  size int := length(trunc(abs(x) * ('1e' || places)::numeric)::text);
  rounded numeric := x;
BEGIN
  IF size > 34 THEN
    rounded := feel_round(x, places - (size - 34), 'half even');
  END IF;
  IF min_scale(rounded) > 6176 THEN
    rounded := feel_round(rounded, 6176, 'half even');
  END IF;
  RETURN CASE WHEN abs(rounded) < '1e6145'::numeric THEN trim_scale(rounded) END;
END
$$;

CREATE FUNCTION feel_divide(a numeric, b numeric) RETURNS numeric
LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
DECLARE
  scale_a int := min_scale(a);
  scale_b int := min_scale(b);
  x numeric;
  y numeric;
  shift int;
  quotient numeric;
BEGIN
  IF b = 0 THEN
    RETURN NULL;
  END IF;
  x := trunc(a * ('1e' || scale_a)::numeric);
  y := trunc(b * ('1e' || scale_b)::numeric);
  shift := greatest(0, 36 - (length(abs(x)::text) - length(abs(y)::text)));
  x := x * ('1e' || shift)::numeric;
  quotient := div(x, y);
  quotient := quotient * 10 + CASE WHEN x = quotient * y THEN 0 ELSE sign(x) * sign(y) END;
  RETURN feel_round34(quotient * ('1e' || (scale_b - scale_a - shift - 1))::numeric);
END
$$;

CREATE FUNCTION feel_modulo(a numeric, b numeric) RETURNS numeric
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
  SELECT CASE
    WHEN b = 0 THEN NULL
    WHEN mod(a, b) <> 0 AND sign(mod(a, b)) <> sign(b) THEN mod(a, b) + b
    ELSE mod(a, b)
  END
$$;

CREATE FUNCTION feel_power(a numeric, exponent int) RETURNS numeric
LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
DECLARE
  raised numeric := 1;
BEGIN
  IF abs(a) >= '1e1000'::numeric OR min_scale(a) > 150 THEN
    RETURN NULL;
  END IF;
  FOR _ IN 1 .. abs(exponent) LOOP
    raised := raised * a;
  END LOOP;
  RETURN CASE WHEN exponent < 0 THEN feel_divide(1, raised) ELSE feel_round34(raised) END;
END
$$;

CREATE FUNCTION feel_product(factors numeric[]) RETURNS numeric
LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
DECLARE
  product numeric := 1;
  factor numeric;
BEGIN
  FOREACH factor IN ARRAY factors LOOP
    product := feel_round34(product * factor);
  END LOOP;
  RETURN product;
END
$$;
`

const dates = `
CREATE FUNCTION feel_add_days(day date, days bigint) RETURNS date
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
  SELECT CASE WHEN days BETWEEN DATE '0001-01-01' - day AND DATE '9999-12-31' - day THEN day + days::int END
$$;

CREATE FUNCTION feel_add_months(day date, months bigint) RETURNS date
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
  SELECT CASE
    WHEN extract(year FROM day)::bigint * 12 + extract(month FROM day)::bigint - 1 + months BETWEEN 12 AND 119999
    THEN (day + make_interval(months => months::int))::date
  END
$$;

CREATE FUNCTION feel_months_between(a date, b date) RETURNS int
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
  SELECT CASE
    WHEN a <= b THEN (extract(year FROM b)::int - extract(year FROM a)::int) * 12
      + extract(month FROM b)::int - extract(month FROM a)::int - (extract(day FROM b) < extract(day FROM a))::int
    ELSE -((extract(year FROM a)::int - extract(year FROM b)::int) * 12
      + extract(month FROM a)::int - extract(month FROM b)::int - (extract(day FROM a) < extract(day FROM b))::int)
  END
$$;

CREATE FUNCTION feel_day_of_reaching(birth date, years bigint) RETURNS date
LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
DECLARE
  reached date;
BEGIN
  IF abs(years) > 10000 THEN
    RETURN NULL;
  END IF;
  reached := feel_add_months(birth, years * 12);
  RETURN CASE WHEN extract(day FROM reached) < extract(day FROM birth) THEN feel_add_days(reached, 1) ELSE reached END;
END
$$;

CREATE FUNCTION feel_date(year bigint, month bigint, day bigint) RETURNS date
LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
DECLARE
  first date;
BEGIN
  IF year NOT BETWEEN 1 AND 9999 OR month NOT BETWEEN 1 AND 12 OR day NOT BETWEEN 1 AND 31 THEN
    RETURN NULL;
  END IF;
  first := make_date(year::int, month::int, 1);
  RETURN CASE WHEN extract(month FROM first + day::int - 1) = month THEN first + day::int - 1 END;
END
$$;
`

const strings = `
CREATE FUNCTION feel_substring(s text, start bigint) RETURNS text
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
  SELECT CASE
    WHEN start BETWEEN 1 AND char_length(s) THEN substr(s, start::int)
    WHEN start BETWEEN -char_length(s) AND -1 THEN right(s, (-start)::int)
  END
$$;

CREATE FUNCTION feel_substring(s text, start bigint, size bigint) RETURNS text
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
  SELECT CASE WHEN size >= 1 THEN left(feel_substring(s, start), least(size, char_length(s))::int) END
$$;

CREATE FUNCTION feel_before(s text, match text) RETURNS text
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$ SELECT left(s, greatest(strpos(s, match) - 1, 0)) $$;

CREATE FUNCTION feel_after(s text, match text) RETURNS text
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
  SELECT CASE WHEN strpos(s, match) = 0 THEN '' ELSE substr(s, strpos(s, match) + char_length(match)) END
$$;
`

export const feelFunctionsSql = `${numbers}${dates}${strings}`.trim().concat('\n')
