-- Then lists, the story bank and loops. Written by this program on SQLite, before versions were counted.
CREATE TABLE overviews (
	interview_id VARCHAR(32) NOT NULL, 
	events INTEGER NOT NULL, 
	form INTEGER NOT NULL, 
	created_at DATETIME NOT NULL, 
	verdict VARCHAR(20), 
	searched TEXT NOT NULL, 
	body TEXT NOT NULL, 
	PRIMARY KEY (interview_id), 
	FOREIGN KEY(interview_id) REFERENCES interviews (id)
);
INSERT INTO overviews (interview_id, events, form, created_at, verdict, searched, body) VALUES ('5bbb53af4a144b349d180bd10bf502d8', 2, 1, '2026-11-23 18:28:55.379741', NULL, 'dive deep tell me about a time when the details told you something different from the summary. i noticed that refunds in our shop took nine days, although nobody had asked me to look. i pulled the logs of one month and merged two queues. refunds went from nine days to two.', '{"id":"5bbb53af4a144b349d180bd10bf502d8","created_at":"2026-11-23T18:28:55.379741Z","principle":"dive_deep","scenario":null,"level":"senior","engine":"local","question":"Tell me about a time when the details told you something different from the summary.","answers":["I noticed that refunds in our shop took nine days, although nobody had asked me to look. I pulled the logs of one month and merged two queues. Refunds went from nine days to two."],"ended":false,"verdict":null,"standings":{}}');
INSERT INTO overviews (interview_id, events, form, created_at, verdict, searched, body) VALUES ('9dcabf26bf7e4477be1661444f2b99fe', 8, 1, '2026-11-23 18:28:53.292996', 'hire', 'ownership tell me about a time you took responsibility for something that nobody had put in your hands. i noticed that refunds in our shop took nine days, although nobody had asked me to look. i pulled the logs of one month and merged two queues. refunds went from nine days to two. it''s ''quoted'' - grösser 🚀; "double" and a new line. i measured it for two weeks with the support team.', '{"id":"9dcabf26bf7e4477be1661444f2b99fe","created_at":"2026-11-23T18:28:53.292996Z","principle":"ownership","scenario":null,"level":"sde2","engine":"local","question":"Tell me about a time you took responsibility for something that nobody had put in your hands.","answers":["I noticed that refunds in our shop took nine days, although nobody had asked me to look. I pulled the logs of one month and merged two queues. Refunds went from nine days to two.","It''s ''quoted'' — größer 🚀; \"double\" and a\nnew line. I measured it for two weeks with the support team."],"ended":true,"verdict":"hire","standings":{"stakes":"partly","ownership":"yes","role":"partly","first_person":"yes","depth":"yes","trade_off":"unasked","follow_through":"yes","metric":"yes","impact":"yes","lasting_effect":"partly","learning":"partly","systemic_insight":"unasked"}}');
CREATE TABLE fits (
	interview_id VARCHAR(32) NOT NULL, 
	read_with VARCHAR(64) NOT NULL, 
	body TEXT NOT NULL, 
	PRIMARY KEY (interview_id), 
	FOREIGN KEY(interview_id) REFERENCES interviews (id)
);
INSERT INTO fits (interview_id, read_with, body) VALUES ('5bbb53af4a144b349d180bd10bf502d8', '0.1.0 acb3b66f7ab3', '{"are_right_a_lot":"lean_no_hire","bias_for_action":"hire","customer_obsession":"hire","deliver_results":"hire","dive_deep":"hire","earn_trust":"lean_no_hire","frugality":"lean_no_hire","have_backbone_disagree_and_commit":"hire","hire_and_develop_the_best":"hire","insist_on_the_highest_standards":"hire","invent_and_simplify":"hire","learn_and_be_curious":"lean_no_hire","ownership":"hire","strive_to_be_earths_best_employer":"lean_no_hire","success_and_scale_bring_broad_responsibility":"hire","think_big":"hire"}');
INSERT INTO fits (interview_id, read_with, body) VALUES ('9dcabf26bf7e4477be1661444f2b99fe', '0.1.0 acb3b66f7ab3', '{"are_right_a_lot":"hire","bias_for_action":"hire","customer_obsession":"hire","deliver_results":"hire","dive_deep":"hire","earn_trust":"hire","frugality":"hire","have_backbone_disagree_and_commit":"hire","hire_and_develop_the_best":"hire","insist_on_the_highest_standards":"hire","invent_and_simplify":"hire","learn_and_be_curious":"hire","ownership":"hire","strive_to_be_earths_best_employer":"hire","success_and_scale_bring_broad_responsibility":"hire","think_big":"hire"}');
CREATE TABLE loops (
	id VARCHAR(32) NOT NULL, 
	body TEXT NOT NULL, 
	created_at DATETIME NOT NULL, 
	PRIMARY KEY (id)
);
INSERT INTO loops (id, body, created_at) VALUES ('c6091de695804336972cdfbc732a167f', '{"id":"c6091de695804336972cdfbc732a167f","role":"software_engineer","title":"Software engineer","level":"sde2","engine":"local","probe_limit":3,"seats":[{"interviewer":"Hiring manager","interview":"0aa7ba648b3f47ddb77c9517f63c6b96","principle":"ownership","second":"deliver_results","scenario":null},{"interviewer":"Senior engineer","interview":"94f235269faf419c99316f39f899006b","principle":"dive_deep","second":"are_right_a_lot","scenario":"cold_street"},{"interviewer":"Engineer of the team","interview":"74748d901012448da29701df15eb51b1","principle":"invent_and_simplify","second":"learn_and_be_curious","scenario":"one_layer_less"},{"interviewer":"Product manager","interview":"e92a8cbfe43d4dae9373f21ea5db927f","principle":"customer_obsession","second":"bias_for_action","scenario":null},{"interviewer":"Bar raiser","interview":"c47ee17bef9845bd85bc96ec6137835e","principle":"insist_on_the_highest_standards","second":"have_backbone_disagree_and_commit","scenario":null}]}', '2026-11-23 18:28:56.293426');
