-- A city-wide run of matching: what was asked, how far it is, what came of it. It holds nobody; whom it proposes stands in the tables after it.
CREATE TABLE match_run (
  id bigint PRIMARY KEY default nextval('ledger_id'),
  plan text not null,
  frame_area bigint not null,
  on_day date not null,
  cause text not null CHECK (cause = ANY (ARRAY['hand', 'schedule'])),
  people text not null CHECK (people = ANY (ARRAY['need', 'wish'])),
  kinds text[] not null,
  openings_share smallint not null CHECK (openings_share BETWEEN 1 AND 100),
  back_ups smallint not null CHECK (back_ups BETWEEN 0 AND 4),
  factor smallint not null CHECK (factor BETWEEN 1 AND 3),
  extent text not null CHECK (extent = ANY (ARRAY['full', 'quick'])),
  seed text not null,
  weights jsonb not null,
  tiers jsonb not null,
  engine text not null,
  asked_at timestamptz not null,
  officer_id bigint,
  officer_name text,
  post_id bigint,
  post_title text,
  begun_at timestamptz,
  alive_at timestamptz,
  share real not null default 0,
  stop_asked_at timestamptz,
  ended_at timestamptz,
  problem jsonb,
  known_at timestamptz,
  inputs_hash text,
  result_hash text,
  counts jsonb,
  certificate jsonb,
  seconds jsonb,
  replay_asked_at timestamptz,
  replayed_at timestamptz,
  replay jsonb
);

COMMENT ON TABLE match_run IS '人岗匹配: one run that places everybody who looks for work over the openings there are; holds nobody';
COMMENT ON COLUMN match_run.id IS 'ledger id';
COMMENT ON COLUMN match_run.plan IS 'key of the plan whose need names the people';
COMMENT ON COLUMN match_run.frame_area IS 'area whose people are placed; vacancies are those of everywhere';
COMMENT ON COLUMN match_run.on_day IS 'the day that ages, wishes, memberships and vacancies are read for';
COMMENT ON COLUMN match_run.cause IS 'hand: an officer asked for it; schedule: every night';
COMMENT ON COLUMN match_run.people IS 'need: whoever has the need for work; wish: whoever has a work wish in force';
COMMENT ON COLUMN match_run.kinds IS 'kinds of vacancies it gives out';
COMMENT ON COLUMN match_run.openings_share IS 'of the openings left of a vacancy, how many of a hundred it gives out; at least one';
COMMENT ON COLUMN match_run.back_ups IS 'further vacancies a person, 0 to 4';
COMMENT ON COLUMN match_run.factor IS 'places for back-ups, as a multiple of the openings';
COMMENT ON COLUMN match_run.extent IS 'of the certificate: full, also with the most that could be placed; quick, without';
COMMENT ON COLUMN match_run.seed IS 'the lottery is drawn from it; published';
COMMENT ON COLUMN match_run.weights IS 'the weights as they were, with their version';
COMMENT ON COLUMN match_run.tiers IS 'the assistance tiers as they were, with their version';
COMMENT ON COLUMN match_run.engine IS 'version of the program that was asked';
COMMENT ON COLUMN match_run.asked_at IS 'when it was asked for; passed as a parameter';
COMMENT ON COLUMN match_run.officer_id IS 'who asked; null = the schedule';
COMMENT ON COLUMN match_run.officer_name IS 'as shown';
COMMENT ON COLUMN match_run.post_id IS 'under which post';
COMMENT ON COLUMN match_run.post_title IS 'as shown';
COMMENT ON COLUMN match_run.begun_at IS 'when it began; null = waits';
COMMENT ON COLUMN match_run.alive_at IS 'when it last said that it goes on; one that has been silent for long was killed';
COMMENT ON COLUMN match_run.share IS 'how far it is, from 0 to 1; the phase follows from it';
COMMENT ON COLUMN match_run.stop_asked_at IS 'when somebody stopped it';
COMMENT ON COLUMN match_run.ended_at IS 'when it was done, stopped, broken off or refused';
COMMENT ON COLUMN match_run.problem IS 'why it ended without a result, in both languages; null = it has one, or was stopped';
COMMENT ON COLUMN match_run.known_at IS 'the moment of knowledge of all it read: with the settings it makes the same run again';
COMMENT ON COLUMN match_run.inputs_hash IS 'SHA-256 of all it read';
COMMENT ON COLUMN match_run.result_hash IS 'SHA-256 of all it proposes; null = not done';
COMMENT ON COLUMN match_run.counts IS 'people, vacancies, openings, placed and the like';
COMMENT ON COLUMN match_run.certificate IS 'what the independent checker found over all eligible pairs';
COMMENT ON COLUMN match_run.seconds IS 'how long each phase took';
COMMENT ON COLUMN match_run.replay_asked_at IS 'when it was last asked to be computed again and compared';
COMMENT ON COLUMN match_run.replayed_at IS 'when that was done';
COMMENT ON COLUMN match_run.replay IS 'what came of it: whether inputs and result are the same';

-- One run of a plan at a time.
CREATE UNIQUE INDEX match_run_open ON match_run (plan) WHERE ended_at IS NULL;
CREATE INDEX match_run_ended ON match_run (ended_at, id);

GRANT SELECT, INSERT, UPDATE (stop_asked_at, replay_asked_at) ON match_run TO ricebowl_officer;
GRANT SELECT, INSERT, UPDATE ON match_run TO ricebowl_job;
