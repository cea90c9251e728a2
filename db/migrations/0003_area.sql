CREATE TABLE area (
  code bigint not null,
  name text not null,
  level smallint not null CHECK (level BETWEEN 1 AND 4),
  parent bigint,
  kind text,
  valid_from date not null,
  valid_to date,
  unverified boolean not null default false,
  source text not null,
  PRIMARY KEY (code, valid_from)
);

COMMENT ON TABLE area IS '行政区划: a division and the dates between which its code is valid';
COMMENT ON COLUMN area.code IS '12-digit division code; a subtree is the half-open interval [code, next code of the same level)';
COMMENT ON COLUMN area.name IS 'official name';
COMMENT ON COLUMN area.level IS '1 city, 2 county, 3 town, 4 village or community';
COMMENT ON COLUMN area.parent IS 'code of the division it lies in; null for the city';
COMMENT ON COLUMN area.kind IS 'district, county, autonomous_county, new_area, subdistrict, town, township, village, community';
COMMENT ON COLUMN area.valid_from IS 'first day on which the code was valid';
COMMENT ON COLUMN area.valid_to IS 'first day on which it no longer was; null = valid';
COMMENT ON COLUMN area.unverified IS 'the code is from a secondary list or provisional, and shown as such';
COMMENT ON COLUMN area.source IS 'where code and name come from';

CREATE INDEX area_parent ON area (parent);

CREATE TABLE area_link (
  old_code bigint not null,
  new_code bigint not null,
  changed_on date not null,
  source text not null,
  PRIMARY KEY (old_code, new_code, changed_on)
);

COMMENT ON TABLE area_link IS 'successor links: which code took over which, and when';
COMMENT ON COLUMN area_link.old_code IS 'code that ended, or gave a part, on changed_on';
COMMENT ON COLUMN area_link.new_code IS 'code that took over, or took the part';
COMMENT ON COLUMN area_link.changed_on IS 'first day of the new code';
COMMENT ON COLUMN area_link.source IS 'where the link comes from';

CREATE TABLE division_place (
  division date not null,
  area bigint not null,
  village bigint,
  town bigint,
  county bigint not null,
  PRIMARY KEY (division, area)
);

COMMENT ON TABLE division_place IS 'where each of today''s codes lay in the division that began on a day: rows keep today''s codes, figures are read on any division';
COMMENT ON COLUMN division_place.division IS 'first day of the division';
COMMENT ON COLUMN division_place.area IS 'a code of today''s division, of any level below the city';
COMMENT ON COLUMN division_place.village IS 'its village code in that division; null above village level';
COMMENT ON COLUMN division_place.town IS 'its town code in that division; null above town level';
COMMENT ON COLUMN division_place.county IS 'its county code in that division';

CREATE TABLE reporting_unit (
  key text PRIMARY KEY,
  name text not null,
  name_en text not null,
  assumption text,
  source text not null
);

COMMENT ON TABLE reporting_unit IS '统计单位: who reports without being a division (高新区, 万盛经开区)';
COMMENT ON COLUMN reporting_unit.key IS 'short key';
COMMENT ON COLUMN reporting_unit.name IS 'Chinese name';
COMMENT ON COLUMN reporting_unit.name_en IS 'English name';
COMMENT ON COLUMN reporting_unit.assumption IS 'what about its towns is assumed and not sourced';
COMMENT ON COLUMN reporting_unit.source IS 'which papers address it as a reporting unit';

CREATE TABLE reporting_unit_area (
  unit text not null REFERENCES reporting_unit (key),
  area bigint not null,
  PRIMARY KEY (unit, area)
);

COMMENT ON TABLE reporting_unit_area IS 'the towns a reporting unit reports for';
COMMENT ON COLUMN reporting_unit_area.unit IS 'the unit';
COMMENT ON COLUMN reporting_unit_area.area IS 'code of a town';

GRANT SELECT ON area TO PUBLIC;
GRANT SELECT ON area_link TO PUBLIC;
GRANT SELECT ON division_place TO PUBLIC;
GRANT SELECT ON reporting_unit TO PUBLIC;
GRANT SELECT ON reporting_unit_area TO PUBLIC;
