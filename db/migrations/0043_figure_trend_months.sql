-- How many months a trend may have is asked at the edge, with words; the table need not repeat it.
ALTER TABLE figure_trend DROP CONSTRAINT figure_trend_months_check;
