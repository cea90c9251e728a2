-- What a run proposed is kept for so many days as the plan says; then only what a referral rests on. The run itself, with hashes, seed,
-- certificate and the cut-offs of its vacancies, stays.
ALTER TABLE match_run ADD COLUMN pruned_at timestamptz;
COMMENT ON COLUMN match_run.pruned_at IS 'when its proposals were taken away, but for those a referral rests on; null = all of them stand';

GRANT DELETE ON match_person, match_proposal TO ricebowl_job;
