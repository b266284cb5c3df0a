-- Then tests came. Written by this program on SQLite, before versions were counted.
CREATE TABLE papers (
	id VARCHAR(32) NOT NULL, 
	principle TEXT, 
	seed INTEGER NOT NULL, 
	items TEXT NOT NULL, 
	started_at DATETIME NOT NULL, 
	PRIMARY KEY (id)
);
INSERT INTO papers (id, principle, seed, items, started_at) VALUES ('868f67f0a2a140b586c1ccf4823f8ee8', 'ownership', 5, '["third_party_crash.2","screen_off.1","january_gap.1","photo_of_the_door.2","broken_survey_promise.4","clean_since_noon.4","magnet_castle.5","welders_at_forty.4","one_layer_less.5","sixth_sunday.5"]', '2026-11-23 18:28:55.965688');
INSERT INTO papers (id, principle, seed, items, started_at) VALUES ('23ec9c09b8824d0ebf604d044e956d73', NULL, 7, '["third_party_crash.2","screen_off.1","january_gap.1","photo_of_the_door.2","broken_survey_promise.4","clean_since_noon.4","magnet_castle.5","welders_at_forty.4","one_layer_less.5","sixth_sunday.5"]', '2026-11-23 18:28:56.216906');
CREATE TABLE paper_answers (
	number INTEGER NOT NULL, 
	paper_id VARCHAR(32) NOT NULL, 
	item TEXT NOT NULL, 
	letter VARCHAR(1) NOT NULL, 
	chosen_at DATETIME NOT NULL, 
	PRIMARY KEY (number), 
	FOREIGN KEY(paper_id) REFERENCES papers (id)
);
INSERT INTO paper_answers (number, paper_id, item, letter, chosen_at) VALUES (1, '868f67f0a2a140b586c1ccf4823f8ee8', 'third_party_crash.2', 'B', '2026-11-23 18:28:56.005986');
INSERT INTO paper_answers (number, paper_id, item, letter, chosen_at) VALUES (2, '868f67f0a2a140b586c1ccf4823f8ee8', 'screen_off.1', 'A', '2026-11-23 18:28:56.052937');
INSERT INTO paper_answers (number, paper_id, item, letter, chosen_at) VALUES (3, '868f67f0a2a140b586c1ccf4823f8ee8', 'january_gap.1', 'A', '2026-11-23 18:28:56.091766');
INSERT INTO paper_answers (number, paper_id, item, letter, chosen_at) VALUES (4, '868f67f0a2a140b586c1ccf4823f8ee8', 'third_party_crash.2', 'B', '2026-11-23 18:28:56.130895');
INSERT INTO paper_answers (number, paper_id, item, letter, chosen_at) VALUES (5, '23ec9c09b8824d0ebf604d044e956d73', 'screen_off.1', 'A', '2026-11-23 18:28:56.249984');
CREATE TABLE results (
	id VARCHAR(32) NOT NULL, 
	taken_at DATETIME NOT NULL, 
	answers TEXT NOT NULL, 
	correct INTEGER NOT NULL, 
	seconds INTEGER NOT NULL, 
	PRIMARY KEY (id), 
	FOREIGN KEY(id) REFERENCES papers (id)
);
INSERT INTO results (id, taken_at, answers, correct, seconds) VALUES ('868f67f0a2a140b586c1ccf4823f8ee8', '2026-11-23 18:28:56.170702', '[["third_party_crash.2","B"],["screen_off.1","A"],["january_gap.1","A"],["photo_of_the_door.2",null],["broken_survey_promise.4",null],["clean_since_noon.4",null],["magnet_castle.5",null],["welders_at_forty.4",null],["one_layer_less.5",null],["sixth_sunday.5",null]]', 3, 0);
