BEGIN TRANSACTION;
CREATE TABLE agenda_item (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    meeting_id INTEGER NOT NULL REFERENCES meeting (id),
    position   INTEGER NOT NULL CHECK (position > 0),
    title      TEXT NOT NULL CHECK (title <> ''),
    note       TEXT,
    removed_at TEXT
) STRICT;
CREATE TABLE attendance (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    meeting_id INTEGER NOT NULL REFERENCES meeting (id),
    person_id  INTEGER REFERENCES person (id),
    name       TEXT NOT NULL CHECK (name <> ''),
    state      TEXT NOT NULL CHECK (state IN ('expected', 'present', 'late', 'excused', 'absent', 'sitting_in')),
    reason     TEXT,
    removed_at TEXT
) STRICT;
CREATE TABLE branch (
    id       INTEGER PRIMARY KEY CHECK (id = 1),
    name     TEXT NOT NULL CHECK (name <> ''),
    type     TEXT NOT NULL CHECK (type IN ('regular', 'joint', 'overlay')),
    superior TEXT
) STRICT;
INSERT INTO "branch" VALUES(1,'中共金山街道梅苑社区梅苑小区支部委员会','regular','梅苑社区党委');
CREATE TABLE building (
    id           INTEGER PRIMARY KEY AUTOINCREMENT,
    code         TEXT NOT NULL CHECK (code <> ''),
    name         TEXT,
    floors       INTEGER CHECK (floors BETWEEN 1 AND 150),
    floors_below INTEGER NOT NULL DEFAULT 0 CHECK (floors_below BETWEEN 0 AND 9),
    entrances    INTEGER CHECK (entrances BETWEEN 1 AND 50),
    stilt_floor  INTEGER NOT NULL DEFAULT 0 CHECK (stilt_floor IN (0, 1)),
    elevator     INTEGER NOT NULL DEFAULT 0 CHECK (elevator IN (0, 1)),
    note         TEXT,
    removed_at   TEXT
) STRICT;
INSERT INTO "building" VALUES(1,'3',NULL,5,0,1,0,0,NULL,NULL);
CREATE TABLE category (
    id             INTEGER PRIMARY KEY,
    code           TEXT NOT NULL UNIQUE,
    group_code     TEXT NOT NULL,
    name           TEXT NOT NULL UNIQUE,
    spoken         TEXT NOT NULL DEFAULT '',
    respond_amount INTEGER NOT NULL CHECK (respond_amount >= 0),
    respond_unit   TEXT NOT NULL CHECK (respond_unit IN ('at_once', 'hours', 'working_days')),
    close_amount   INTEGER NOT NULL CHECK (close_amount >= 0),
    close_unit     TEXT NOT NULL CHECK (close_unit IN ('at_once', 'hours', 'working_days')),
    raise_amount   INTEGER NOT NULL CHECK (raise_amount >= 0),
    raise_unit     TEXT NOT NULL CHECK (raise_unit IN ('at_once', 'hours', 'working_days')),
    first_handler  TEXT NOT NULL DEFAULT '',
    goes_to        TEXT NOT NULL DEFAULT '',
    privacy        TEXT NOT NULL CHECK (privacy IN ('open', 'private', 'secret')),
    advice         TEXT NOT NULL DEFAULT '',
    origin         TEXT NOT NULL DEFAULT ''
) STRICT;
INSERT INTO "category" VALUES(1,'facilities','facilities','设施','',1,'working_days',10,'working_days',15,'working_days','支部','社区','open','每月看一次，能归类就归类','');
INSERT INTO "category" VALUES(2,'environment','environment','环境','',1,'working_days',10,'working_days',15,'working_days','支部','社区','open','每月看一次，能归类就归类','');
INSERT INTO "category" VALUES(3,'safety','safety','安全','',1,'working_days',10,'working_days',15,'working_days','支部','社区','open','每月看一次，能归类就归类','');
INSERT INTO "category" VALUES(4,'neighbours','neighbours','邻里','',1,'working_days',10,'working_days',15,'working_days','支部','社区','private','每月看一次，能归类就归类','');
INSERT INTO "category" VALUES(5,'property','property','物业','',1,'working_days',10,'working_days',15,'working_days','支部','社区','open','每月看一次，能归类就归类','');
INSERT INTO "category" VALUES(6,'departments','departments','部门','',1,'working_days',10,'working_days',15,'working_days','支部','社区','private','每月看一次，能归类就归类','');
INSERT INTO "category" VALUES(7,'livelihood','livelihood','民生','',1,'working_days',10,'working_days',15,'working_days','支部','社区','open','每月看一次，能归类就归类','');
INSERT INTO "category" VALUES(8,'lighting','facilities','公共照明','路灯不亮 楼道灯 声控灯',1,'working_days',3,'working_days',5,'working_days','维修员','物业/供电','open','','文');
INSERT INTO "category" VALUES(9,'fitness','facilities','健身休闲设施','晨练器材松动 座椅 儿童设施',4,'hours',7,'working_days',10,'working_days','维修员','物业/社区（体育彩票器材找街道）','open','先停用贴警示','文');
INSERT INTO "category" VALUES(10,'pipes','facilities','公共管道下水','管道漏水 下水道堵 化粪池 反水',2,'hours',3,'working_days',5,'working_days','维修员','物业/水务','open','分清公共还是户内','文');
INSERT INTO "category" VALUES(11,'elevator_run','facilities','电梯运行故障','电梯坏了 困人 异响',0,'at_once',1,'working_days',3,'working_days','物业','维保单位/市场监管','open','困人先打轿厢电话，再打 119（96333 电梯应急以当地开通为准）','惯');
INSERT INTO "category" VALUES(12,'roof_wall','facilities','屋面外墙','屋顶漏 外墙瓷砖掉 渗水',1,'working_days',15,'working_days',20,'working_days','物业','维修资金/住建','open','有坠落危险先围挡','惯');
INSERT INTO "category" VALUES(13,'access','facilities','门禁监控道闸','门禁 对讲 摄像头 道闸',1,'working_days',5,'working_days',7,'working_days','物业','公安（治安监控）','open','监控录像不得转发','惯');
INSERT INTO "category" VALUES(14,'refuse','environment','垃圾与保洁','垃圾桶破 没人扫 清运 异味',1,'working_days',2,'working_days',3,'working_days','物业','城管/环卫','open','','文');
INSERT INTO "category" VALUES(15,'green','environment','绿化与虫害','树枝 草坪 白蚁 老鼠 蚊子',1,'working_days',5,'working_days',10,'working_days','物业','园林','open','危树先拉线；砍树须审批','惯');
INSERT INTO "category" VALUES(16,'corridor','environment','楼道堆物','楼道堆杂物 鞋柜 纸箱',1,'working_days',5,'working_days',7,'working_days','楼栋党小组','物业/消防','open','先劝后清，拍照留据','文');
INSERT INTO "category" VALUES(17,'stilt','environment','架空层占用','架空层杂乱 堵了 种菜',2,'working_days',10,'working_days',15,'working_days','楼栋党小组','周五议事日/城管','open','改造须业主共同决定','文');
INSERT INTO "category" VALUES(18,'ebike','safety','电动车充电停放','飞线 电动车进楼 充电',0,'at_once',1,'working_days',2,'working_days','楼栋党小组','物业/消防','open','当场制止','文');
INSERT INTO "category" VALUES(19,'fire','safety','消防通道与设施','堵消防通道 灭火器 消防栓没水',0,'at_once',1,'working_days',3,'working_days','物业','消防救援','open','','惯');
INSERT INTO "category" VALUES(20,'emergency','safety','紧急险情','燃气味 着火 爆管 漏电 台风内涝 塌陷',0,'at_once',1,'working_days',0,'at_once','书记','119/110/120/燃气抢修/供水供电','open','先打电话再登记；人先撤','文惯');
INSERT INTO "category" VALUES(21,'falling','safety','高空抛物坠物','楼上丢东西 花盆 窗户要掉',0,'at_once',3,'working_days',3,'working_days','物业','公安/住建','open','保留现场和监控','惯');
INSERT INTO "category" VALUES(22,'leak_dispute','neighbours','漏水纠纷','楼上漏到楼下 天花板',1,'working_days',10,'working_days',15,'working_days','矛盾调处员','人民调解/住建/诉讼','private','先关阀止损；双方都在场才记责任','文');
INSERT INTO "category" VALUES(23,'noise_home','neighbours','生活与装修噪声','吵 装修 广场舞 弹琴 小孩跑',4,'hours',3,'working_days',5,'working_days','矛盾调处员','物业/公安','private','先劝阻调解，无效再报告','惯');
INSERT INTO "category" VALUES(24,'neighbour','neighbours','其他邻里矛盾','晾晒 狗 占地 口角 共用',1,'working_days',10,'working_days',15,'working_days','矛盾调处员','人民调解','private','','文惯');
INSERT INTO "category" VALUES(25,'harm','neighbours','人身侵害线索','打老婆 打孩子 虐待',0,'at_once',0,'at_once',0,'at_once','书记','110/社区（强制报告）/民政','secret','立即报警；不派单、不上议题、不进月报明细','律');
INSERT INTO "category" VALUES(26,'pm_service','property','物业服务质量','保安 态度 不作为 报修没人来',1,'working_days',5,'working_days',10,'working_days','支部','物业/两评/街道','open','','文');
INSERT INTO "category" VALUES(27,'pm_fee','property','物业费与收费','物业费 公摊 涨价 停车费',2,'working_days',10,'working_days',15,'working_days','支部','业委会/住建/市场监管','open','不公布欠费户','文');
INSERT INTO "category" VALUES(28,'commons','property','公共收益与共有部分','侵占业主资产 广告费 占用公共',2,'working_days',15,'working_days',20,'working_days','支部','业委会/监事会/街道呼叫','private','公开时写"某物业""某单位"','文');
INSERT INTO "category" VALUES(29,'parking','property','停车与车棚充电桩','没车位 占位 停车棚 充电桩',2,'working_days',15,'working_days',20,'working_days','支部','业委会/街道呼叫','open','占用共有场地须业主共同决定','文');
INSERT INTO "category" VALUES(30,'committee','property','业委会与选聘物业','换物业 成立业委会 业委会不干事',2,'working_days',20,'working_days',20,'working_days','支部','社区/街道','private','法定程序，支部指导不代办','文');
INSERT INTO "category" VALUES(31,'illegal_build','departments','违章搭建','搭棚 违建 封阳台 开门打墙',1,'working_days',15,'working_days',3,'working_days','支部','城管/自然资源/住建','private','打承重墙立即报；举报人保密','文');
INSERT INTO "category" VALUES(32,'business','departments','商业施工噪声油烟','商场撤柜 工地 烧烤 油烟 占道',1,'working_days',10,'working_days',3,'working_days','支部','街道呼叫：城管/公安/生态环境/市场监管','private','记下时间、次数','文');
INSERT INTO "category" VALUES(33,'utility','departments','市政公用与交通','水管爆 停水停电 井盖 公交 道路 网络',0,'at_once',10,'working_days',3,'working_days','支部','街道呼叫：水务/供电/燃气/通信/交通/公交','open','井盖先放警示','文');
INSERT INTO "category" VALUES(34,'care_service','livelihood','养老助餐托育医疗','吃饭难 食堂 托管 打针 日间照料',2,'working_days',20,'working_days',20,'working_days','支部','民政/卫健/教育/共建单位','open','转为项目或问卷','文');
INSERT INTO "category" VALUES(35,'relief','livelihood','困难救助与微心愿','低保 残疾 生病 独居 微心愿',1,'working_days',5,'working_days',7,'working_days','信息咨询员','社区/民政/残联/共建单位','private','只记必要，不拍照宣传','惯');
INSERT INTO "category" VALUES(36,'home_repair','livelihood','入户小修','家电坏 换灯泡 水龙头 开锁',1,'working_days',2,'working_days',5,'working_days','维修员','物业/志愿队','open','收不收费先说清；燃气电路须持证','文');
INSERT INTO "category" VALUES(37,'consult','livelihood','咨询与建议','怎么办 手续 政策 建议 电梯更换加装',1,'working_days',2,'working_days',5,'working_days','信息咨询员','社区/12345','open','电梯诉求达到3户转项目（阈值可改）','文');
INSERT INTO "category" VALUES(38,'other','other','其他','',1,'working_days',10,'working_days',15,'working_days','支部','社区','open','每月看一次，能归类就归类','惯');
CREATE TABLE complex (
    id        INTEGER PRIMARY KEY CHECK (id = 1),
    name      TEXT NOT NULL CHECK (name <> ''),
    street    TEXT,
    community TEXT
) STRICT;
INSERT INTO "complex" VALUES(1,'梅苑小区','金山街道','梅苑社区');
CREATE TABLE counter (
    name  TEXT PRIMARY KEY,
    value INTEGER NOT NULL CHECK (value >= 0)
) STRICT;
INSERT INTO "counter" VALUES('person',4);
INSERT INTO "counter" VALUES('issue-2026',2);
CREATE TABLE entry (
    seq       INTEGER PRIMARY KEY,
    operation TEXT NOT NULL UNIQUE,
    at        TEXT NOT NULL,
    user      TEXT NOT NULL,
    command   TEXT NOT NULL,
    kind      TEXT NOT NULL CHECK (kind IN ('do', 'undo', 'redo')),
    subject   TEXT NOT NULL DEFAULT '',
    did       TEXT,
    reverse   TEXT,
    reverses  INTEGER REFERENCES entry (seq),
    previous  TEXT,
    digest    TEXT
) STRICT;
INSERT INTO "entry" VALUES(1,'9400ebad3b58c6dd811e258f','2026-11-24T02:47:16Z','','init','do','','{"id":"Created the database of {name}","values":{"name":"梅苑小区"}}','{"id":"","values":{}}',NULL,'','2d5d69b9e74e6ae8501591016f40c952b349f58d5bf953b3fe4f9b1efc8a0908');
INSERT INTO "entry" VALUES(2,'dace0875ea0788025f65e9c5','2026-11-24T02:47:16Z','林秀英','household import','do','','{"id":"Imported households: {added} added, {changed} changed (from {source}, basis {basis})","values":{"added":2,"changed":0,"source":"—","basis":"—"}}','{"id":"take back the import of households: {added} added, {changed} changed","values":{"added":2,"changed":0,"source":"—","basis":"—"}}',NULL,'2d5d69b9e74e6ae8501591016f40c952b349f58d5bf953b3fe4f9b1efc8a0908','c9000aa48682a3b22ebdf9b2b7c08dca73c8f20751fc9ef56147f3e4927f7d0c');
INSERT INTO "entry" VALUES(3,'07f675093d90cd64a84d95b7','2026-11-24T02:47:17Z','林秀英','member add','do','P2','{"id":"Added member {person}","values":{"person":"P2 张美华"}}','{"id":"take member {person} out of the register","values":{"person":"P2 张美华"}}',NULL,'c9000aa48682a3b22ebdf9b2b7c08dca73c8f20751fc9ef56147f3e4927f7d0c','c9e6a22fbe6e2e7885e66e401e0559b006aec1d51b7f2e1638fb9a348a0c60ad');
INSERT INTO "entry" VALUES(4,'30c54526d13a686efc49b1f2','2026-11-24T02:47:17Z','林秀英','member add','do','P4','{"id":"Added member {person}","values":{"person":"P4 陈**"}}','{"id":"take member {person} out of the register","values":{"person":"P4 陈**"}}',NULL,'c9e6a22fbe6e2e7885e66e401e0559b006aec1d51b7f2e1638fb9a348a0c60ad','f772cd02b09c7b66887d4bb7e050218862bab1d3ad3c9664352235d7788245cb');
INSERT INTO "entry" VALUES(5,'47b270401a0510c59f1fdff7','2026-11-24T02:47:18Z','林秀英','member edit','do','P4','{"id":"Member {person} was changed: {fields}","values":{"person":"P4 陈**","fields":{"id":"Post","values":{}}}}','{"id":"set member {person} back: {fields}","values":{"person":"P4 陈**","fields":{"id":"Post","values":{}}}}',NULL,'f772cd02b09c7b66887d4bb7e050218862bab1d3ad3c9664352235d7788245cb','d36cf21feb8524c0a68c53870dcb19cf93f2b26c8689865b8f359185e93f7cbb');
INSERT INTO "entry" VALUES(6,'44ddf6893846541f0b48816a','2026-11-24T02:47:18Z','林秀英','undo','undo','P4','{"id":"Undone: {what}","values":{"what":{"id":"set member {person} back: {fields}","values":{"person":"P4 陈**","fields":{"id":"Post","values":{}}}}}}','{"id":"Member {person} was changed: {fields}","values":{"person":"P4 陈**","fields":{"id":"Post","values":{}}}}',5,'d36cf21feb8524c0a68c53870dcb19cf93f2b26c8689865b8f359185e93f7cbb','3bd573720e0950a25b603c9e5f9bfb734804edda33141f3e4d7db2e77324a154');
INSERT INTO "entry" VALUES(7,'8792e7fb6c6692bbfb7de902','2026-11-24T02:47:18Z','林秀英','member edit','do','P2','{"id":"Member {person} was changed: {fields}","values":{"person":"P2 张美华","fields":{"id":"Name","values":{}}}}','{"id":"set member {person} back: {fields}","values":{"person":"P2 张美华","fields":{"id":"Name","values":{}}}}',NULL,'3bd573720e0950a25b603c9e5f9bfb734804edda33141f3e4d7db2e77324a154','89c89a2d599e0cdbf97a32eeb6ec20e02772772392d765227d6bc5a8c3a00536');
INSERT INTO "entry" VALUES(8,'bf11b30c37ce34481e3bf731','2026-11-24T02:47:18Z','林秀英','issue add','do','2026-0001','{"id":"Recorded issue {number}","values":{"number":"2026-0001"}}','{"id":"take back issue {number}","values":{"number":"2026-0001"}}',NULL,'89c89a2d599e0cdbf97a32eeb6ec20e02772772392d765227d6bc5a8c3a00536','52320ea36e80301df072c01fe7d154736348bb30de11bcd20348a7be24108e89');
INSERT INTO "entry" VALUES(9,'40c59c2d8269b2d7d757e3eb','2026-11-24T02:47:19Z','林秀英','issue note','do','2026-0001','{"id":"Added a note to issue {number}","values":{"number":"2026-0001"}}','{"id":"remove the note from issue {number}","values":{"number":"2026-0001"}}',NULL,'52320ea36e80301df072c01fe7d154736348bb30de11bcd20348a7be24108e89','0ede4f907e05167f063352d8151be23e7beeabbd6596dc76360f39e8afbe3d9a');
INSERT INTO "entry" VALUES(10,'d2dab61cfe4298f7f78b0bcf','2026-11-24T02:47:19Z','林秀英','issue close','do','2026-0001','{"id":"Closed issue {number}: {status}","values":{"number":"2026-0001","status":{"id":"closed, solved","values":{}}}}','{"id":"set issue {number} back from “{now}” to “{before}”","values":{"number":"2026-0001","now":{"id":"closed, solved","values":{}},"before":{"id":"reported","values":{}}}}',NULL,'0ede4f907e05167f063352d8151be23e7beeabbd6596dc76360f39e8afbe3d9a','6b7a8fcd296f96e2acbb7bcd411e11f82d9b37a1a4448ea19f1791f0232fa6cb');
INSERT INTO "entry" VALUES(11,'241031e15ef45a138ca1713a','2026-11-24T02:47:19Z','林秀英','issue add','do','2026-0002','{"id":"Recorded issue {number}","values":{"number":"2026-0002"}}','{"id":"take back issue {number}","values":{"number":"2026-0002"}}',NULL,'6b7a8fcd296f96e2acbb7bcd411e11f82d9b37a1a4448ea19f1791f0232fa6cb','688f32057afdef0f87de6434d3d76cd768328329fe29f6a63c92c5eb1a59390c');
CREATE TABLE household (
    id          INTEGER PRIMARY KEY AUTOINCREMENT,
    building_id INTEGER NOT NULL REFERENCES building (id),
    entrance    TEXT CHECK (entrance <> ''),
    room        TEXT NOT NULL CHECK (room <> ''),
    floor       INTEGER NOT NULL CHECK (floor BETWEEN -9 AND 150 AND floor <> 0),
    area        INTEGER CHECK (area > 0),
    state       TEXT CHECK (state IN ('owner_occupied', 'let', 'vacant', 'shop', 'developer')),
    note        TEXT,
    removed_at  TEXT
) STRICT;
INSERT INTO "household" VALUES(1,1,'1','501',5,8950,NULL,NULL,NULL);
INSERT INTO "household" VALUES(2,1,'1','502',5,8950,NULL,NULL,NULL);
CREATE TABLE issue (
    id             INTEGER PRIMARY KEY AUTOINCREMENT,
    year           INTEGER NOT NULL,
    number         INTEGER NOT NULL,
    title          TEXT NOT NULL CHECK (title <> ''),
    category_id    INTEGER NOT NULL REFERENCES category (id),
    place          TEXT,
    building_id    INTEGER REFERENCES building (id),
    household_id   INTEGER REFERENCES household (id),
    reporter       TEXT,
    reporter_phone TEXT,
    channel        TEXT NOT NULL CHECK (channel IN
        ('door', 'phone', 'wechat', 'patrol', 'meeting', '12345', 'notice_board', 'other')),
    urgency        TEXT NOT NULL CHECK (urgency IN ('normal', 'urgent', 'critical')),
    private        INTEGER NOT NULL DEFAULT 0 CHECK (private IN (0, 1)),
    status         TEXT NOT NULL CHECK (status IN ('reported', 'in_progress',
        'under_consultation', 'escalated', 'departments_called', 'departments_arrived',
        'deferred', 'closed_solved', 'closed_unsolved', 'declined')),
    reported_at    TEXT NOT NULL,
    due_on         TEXT,
    steward_id     INTEGER REFERENCES person (id),
    handler        TEXT,
    closed_at      TEXT,
    result         TEXT,
    satisfaction   TEXT CHECK (satisfaction IN ('satisfied', 'basically_satisfied', 'not_satisfied')),
    removed_at     TEXT,
    UNIQUE (year, number),
    CHECK ((closed_at IS NOT NULL) = (status IN ('closed_solved', 'closed_unsolved', 'declined')))
) STRICT;
INSERT INTO "issue" VALUES(1,2026,1,'路灯不亮',8,NULL,1,NULL,'张美花',NULL,'door','normal',0,'closed_solved','2026-11-24T02:47:18Z','2026-11-27',NULL,NULL,'2026-11-24T02:47:19Z','已换灯泡',NULL,NULL);
INSERT INTO "issue" VALUES(2,2026,2,'楼道堆物',1,NULL,NULL,NULL,NULL,NULL,'other','normal',0,'reported','2026-11-24T02:47:19Z','2026-12-08',NULL,NULL,NULL,NULL,NULL,NULL);
CREATE TABLE issue_event (
    id          INTEGER PRIMARY KEY AUTOINCREMENT,
    issue_id    INTEGER NOT NULL REFERENCES issue (id),
    at          TEXT NOT NULL,
    kind        TEXT NOT NULL CHECK (kind IN ('reported', 'noted', 'assigned', 'edited', 'closed',
        'reopened', 'rated')),
    from_status TEXT,
    to_status   TEXT,
    satisfaction TEXT CHECK (satisfaction IN ('satisfied', 'basically_satisfied', 'not_satisfied')),
    person_id   INTEGER REFERENCES person (id),
    note        TEXT,
    user        TEXT NOT NULL
) STRICT;
INSERT INTO "issue_event" VALUES(1,1,'2026-11-24T02:47:18Z','reported',NULL,'reported',NULL,NULL,NULL,'林秀英');
INSERT INTO "issue_event" VALUES(2,1,'2026-11-24T02:47:19Z','noted',NULL,NULL,NULL,NULL,'已联系物业','林秀英');
INSERT INTO "issue_event" VALUES(3,1,'2026-11-24T02:47:19Z','closed','reported','closed_solved',NULL,NULL,'已换灯泡','林秀英');
INSERT INTO "issue_event" VALUES(4,2,'2026-11-24T02:47:19Z','reported',NULL,'reported',NULL,NULL,NULL,'林秀英');
CREATE TABLE meeting (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    number     INTEGER NOT NULL UNIQUE,
    type       TEXT NOT NULL,
    title      TEXT NOT NULL CHECK (title <> ''),
    held_at    TEXT NOT NULL,
    ended_at   TEXT,
    place      TEXT,
    chair      TEXT,
    recorder   TEXT,
    note       TEXT,
    removed_at TEXT
) STRICT;
CREATE TABLE member (
    id          INTEGER PRIMARY KEY AUTOINCREMENT,
    person_id   INTEGER NOT NULL REFERENCES person (id),
    party_state TEXT CHECK (party_state IN
        ('full', 'probationary', 'activist', 'applicant')),
    affiliation TEXT NOT NULL CHECK (affiliation IN ('here', 'report_in', 'none')),
    joined_on   TEXT,
    full_on     TEXT,
    reported_on TEXT,
    employer    TEXT,
    group_name  TEXT,
    skills      TEXT,
    note        TEXT,
    removed_at  TEXT
) STRICT;
INSERT INTO "member" VALUES(1,1,'full','here',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "member" VALUES(2,2,'full','here',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "member" VALUES(3,4,'probationary','here',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
CREATE TABLE ownership (
    id           INTEGER PRIMARY KEY AUTOINCREMENT,
    household_id INTEGER NOT NULL REFERENCES household (id),
    person_id    INTEGER NOT NULL REFERENCES person (id),
    share        TEXT,
    removed_at   TEXT
) STRICT;
INSERT INTO "ownership" VALUES(1,1,2,NULL,NULL);
INSERT INTO "ownership" VALUES(2,2,3,NULL,NULL);
CREATE TABLE person (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    number     INTEGER NOT NULL UNIQUE,
    name       TEXT NOT NULL CHECK (name <> ''),
    phone      TEXT,
    note       TEXT,
    removed_at TEXT
) STRICT;
INSERT INTO "person" VALUES(1,1,'林秀英',NULL,NULL,NULL);
INSERT INTO "person" VALUES(2,2,'张美花','13805915678',NULL,NULL);
INSERT INTO "person" VALUES(3,3,'李雷','13805910000',NULL,NULL);
INSERT INTO "person" VALUES(4,4,'陈建国','0591-87654321',NULL,NULL);
CREATE TABLE plan (
    id          INTEGER PRIMARY KEY AUTOINCREMENT,
    number      INTEGER NOT NULL UNIQUE,
    name        TEXT NOT NULL CHECK (name <> ''),
    building_id INTEGER REFERENCES building (id),
    entrance    TEXT,
    made_at     TEXT NOT NULL,
    total       INTEGER NOT NULL CHECK (total > 0),
    subsidy     INTEGER NOT NULL CHECK (subsidy >= 0 AND subsidy <= total),
    scheme      TEXT NOT NULL,
    mode        TEXT NOT NULL CHECK (mode IN ('household', 'area', 'floor', 'floor-area')),
    round_unit  INTEGER NOT NULL CHECK (round_unit > 0),
    cap         INTEGER CHECK (cap >= 0),
    request     TEXT NOT NULL,
    removed_at  TEXT
) STRICT;
CREATE TABLE plan_share (
    id           INTEGER PRIMARY KEY AUTOINCREMENT,
    plan_id      INTEGER NOT NULL REFERENCES plan (id),
    position     INTEGER NOT NULL,
    household_id INTEGER REFERENCES household (id),
    building     TEXT,
    entrance     TEXT,
    room         TEXT NOT NULL,
    floor        INTEGER NOT NULL,
    area         INTEGER,
    coefficient  TEXT NOT NULL,
    weight       TEXT NOT NULL,
    exact        TEXT NOT NULL,
    amount       INTEGER NOT NULL CHECK (amount >= 0),
    cap          INTEGER,
    capped       INTEGER NOT NULL CHECK (capped IN (0, 1)),
    status       TEXT NOT NULL CHECK (status IN ('pays', 'exempt', 'excluded')),
    UNIQUE (plan_id, position)
) STRICT;
CREATE TABLE post (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    person_id  INTEGER NOT NULL REFERENCES person (id),
    body       TEXT NOT NULL CHECK (body IN ('branch', 'group', 'owners_committee',
        'supervisory_board', 'property_company', 'residents_committee', 'team')),
    title      TEXT NOT NULL CHECK (title <> ''),
    started_on TEXT,
    ended_on   TEXT,
    source     TEXT,
    removed_at TEXT
) STRICT;
INSERT INTO "post" VALUES(1,1,'branch','书记',NULL,NULL,NULL,NULL);
INSERT INTO "post" VALUES(2,2,'branch','组织委员','2026-11-24',NULL,NULL,NULL);
CREATE TABLE resolution (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    meeting_id INTEGER NOT NULL REFERENCES meeting (id),
    item_id    INTEGER REFERENCES agenda_item (id),
    number     INTEGER NOT NULL,
    text       TEXT NOT NULL CHECK (text <> ''),
    owner      TEXT,
    due_on     TEXT,
    removed_at TEXT,
    UNIQUE (meeting_id, number)
) STRICT;
CREATE TABLE row_change (
    id         INTEGER PRIMARY KEY,
    entry      INTEGER NOT NULL REFERENCES entry (seq),
    table_name TEXT NOT NULL,
    row_id     INTEGER NOT NULL,
    before     TEXT,
    after      TEXT,
    salt       TEXT,
    digest     TEXT
) STRICT;
INSERT INTO "row_change" VALUES(1,1,'complex',1,NULL,'{"id":1,"name":"梅苑小区","street":"金山街道","community":"梅苑社区"}','817a847ad13cac76c19a016b138c3559','48f73b3593e383ebcd9ad6c16bb5f1ebbff0c7e60d8c966d4244f05bbaacf562');
INSERT INTO "row_change" VALUES(2,1,'branch',1,NULL,'{"id":1,"name":"中共金山街道梅苑社区梅苑小区支部委员会","type":"regular","superior":"梅苑社区党委"}','828e4a5cea52ffaabdd79f846ffb6354','fecde545efcfeb3588124bfed896eb5e7e727f8ea8663f6ac627f531ade6c051');
INSERT INTO "row_change" VALUES(3,1,'person',1,NULL,'{"id":1,"number":1,"name":"林秀英","phone":null,"note":null,"removed_at":null}','84be1bac524000713f0219af91c55f62','5023a77157bb1b0d5e1abd0d6540951c21746f098a8b6b9cab4754d25564b572');
INSERT INTO "row_change" VALUES(4,1,'member',1,NULL,'{"id":1,"person_id":1,"party_state":"full","affiliation":"here","joined_on":null,"full_on":null,"reported_on":null,"employer":null,"group_name":null,"skills":null,"note":null,"removed_at":null}','cd0bfbb7ed034437d5bb97dc2964bf39','f94600bbd3e140accecf5750a98aef690ce766761ce92efcd73987bb212cbae7');
INSERT INTO "row_change" VALUES(5,1,'post',1,NULL,'{"id":1,"person_id":1,"body":"branch","title":"书记","started_on":null,"ended_on":null,"source":null,"removed_at":null}','b4bf5062bc7826d53df6d07c9643c0bb','72938eb43f6681b704101a46b38a91c885f9e1ca804d24b3ee2d7457bcc73579');
INSERT INTO "row_change" VALUES(6,1,'setting',1,NULL,'{"id":1,"key":"secretary","value":"林秀英"}','df058c5f146abbbd4c403e3af4148194','01ea5a744f852693e9f758fd7a967f8c03a204903cfb668fd0afa36ff2ff81f4');
INSERT INTO "row_change" VALUES(7,1,'category',1,NULL,'{"id":1,"code":"facilities","group_code":"facilities","name":"设施","spoken":"","respond_amount":1,"respond_unit":"working_days","close_amount":10,"close_unit":"working_days","raise_amount":15,"raise_unit":"working_days","first_handler":"支部","goes_to":"社区","privacy":"open","advice":"每月看一次，能归类就归类","origin":""}','31ba59e90473c0f312dff4cf693164a6','38accbd7ddb211ad2261171671814fbbcd8f4703bd28dcca90fc5a0436e9504f');
INSERT INTO "row_change" VALUES(8,1,'category',2,NULL,'{"id":2,"code":"environment","group_code":"environment","name":"环境","spoken":"","respond_amount":1,"respond_unit":"working_days","close_amount":10,"close_unit":"working_days","raise_amount":15,"raise_unit":"working_days","first_handler":"支部","goes_to":"社区","privacy":"open","advice":"每月看一次，能归类就归类","origin":""}','b46b48c0ff4963d1f77850001977b934','488108577bd6e0687ac6d0306ab35ad6486443ad48c8873467179961ff3316ea');
INSERT INTO "row_change" VALUES(9,1,'category',3,NULL,'{"id":3,"code":"safety","group_code":"safety","name":"安全","spoken":"","respond_amount":1,"respond_unit":"working_days","close_amount":10,"close_unit":"working_days","raise_amount":15,"raise_unit":"working_days","first_handler":"支部","goes_to":"社区","privacy":"open","advice":"每月看一次，能归类就归类","origin":""}','b501d0a01e8f087cc79d1e420a2189af','8a009f81bdda6c3d94be3477ce7c3fa64c348b698560b49599814ad5ae382ea4');
INSERT INTO "row_change" VALUES(10,1,'category',4,NULL,'{"id":4,"code":"neighbours","group_code":"neighbours","name":"邻里","spoken":"","respond_amount":1,"respond_unit":"working_days","close_amount":10,"close_unit":"working_days","raise_amount":15,"raise_unit":"working_days","first_handler":"支部","goes_to":"社区","privacy":"private","advice":"每月看一次，能归类就归类","origin":""}','16ae6586c4eee2e44d80d8d78c7bc80c','b12d3a9968f4d53644c3b4efd17aa2f0473806bc5f9fbef788a108e4d637a244');
INSERT INTO "row_change" VALUES(11,1,'category',5,NULL,'{"id":5,"code":"property","group_code":"property","name":"物业","spoken":"","respond_amount":1,"respond_unit":"working_days","close_amount":10,"close_unit":"working_days","raise_amount":15,"raise_unit":"working_days","first_handler":"支部","goes_to":"社区","privacy":"open","advice":"每月看一次，能归类就归类","origin":""}','425a11dfcd698181f5e12b5d014ff609','c01f1ec4ced5053f0a6584ee2c2608d00281c5f98ceda1a5d52dd6e2770e30c4');
INSERT INTO "row_change" VALUES(12,1,'category',6,NULL,'{"id":6,"code":"departments","group_code":"departments","name":"部门","spoken":"","respond_amount":1,"respond_unit":"working_days","close_amount":10,"close_unit":"working_days","raise_amount":15,"raise_unit":"working_days","first_handler":"支部","goes_to":"社区","privacy":"private","advice":"每月看一次，能归类就归类","origin":""}','f1e859118510b92fc59f402d4dede714','247794fcbc3b85c974d09ab527be8ed14cb5f1b8456e159a3e3638f95aa1647c');
INSERT INTO "row_change" VALUES(13,1,'category',7,NULL,'{"id":7,"code":"livelihood","group_code":"livelihood","name":"民生","spoken":"","respond_amount":1,"respond_unit":"working_days","close_amount":10,"close_unit":"working_days","raise_amount":15,"raise_unit":"working_days","first_handler":"支部","goes_to":"社区","privacy":"open","advice":"每月看一次，能归类就归类","origin":""}','88d74d6040594d4f334a18799c9d415e','9d88e9648ee08376032d19399e1917600df4a4de476e088e20aa903f1af89fa7');
INSERT INTO "row_change" VALUES(14,1,'category',8,NULL,'{"id":8,"code":"lighting","group_code":"facilities","name":"公共照明","spoken":"路灯不亮 楼道灯 声控灯","respond_amount":1,"respond_unit":"working_days","close_amount":3,"close_unit":"working_days","raise_amount":5,"raise_unit":"working_days","first_handler":"维修员","goes_to":"物业/供电","privacy":"open","advice":"","origin":"文"}','c07a23a39522712e96d4d5d811bc9712','752168d31a029fddc98941693029b71047df7c218bd37a1d62b36113d395a455');
INSERT INTO "row_change" VALUES(15,1,'category',9,NULL,'{"id":9,"code":"fitness","group_code":"facilities","name":"健身休闲设施","spoken":"晨练器材松动 座椅 儿童设施","respond_amount":4,"respond_unit":"hours","close_amount":7,"close_unit":"working_days","raise_amount":10,"raise_unit":"working_days","first_handler":"维修员","goes_to":"物业/社区（体育彩票器材找街道）","privacy":"open","advice":"先停用贴警示","origin":"文"}','0ffd5ebea4677ea021a7f830cff28024','201a7c98df689894a23acfdf9a9802aaf76f4c81967047ea04453df54272a88f');
INSERT INTO "row_change" VALUES(16,1,'category',10,NULL,'{"id":10,"code":"pipes","group_code":"facilities","name":"公共管道下水","spoken":"管道漏水 下水道堵 化粪池 反水","respond_amount":2,"respond_unit":"hours","close_amount":3,"close_unit":"working_days","raise_amount":5,"raise_unit":"working_days","first_handler":"维修员","goes_to":"物业/水务","privacy":"open","advice":"分清公共还是户内","origin":"文"}','30dceb8ddfc9eea60a8ece6dac2a42c1','3a96a8cae397e2b863a6eb7b33375d626e314654e6dd1207f93a90111749179a');
INSERT INTO "row_change" VALUES(17,1,'category',11,NULL,'{"id":11,"code":"elevator_run","group_code":"facilities","name":"电梯运行故障","spoken":"电梯坏了 困人 异响","respond_amount":0,"respond_unit":"at_once","close_amount":1,"close_unit":"working_days","raise_amount":3,"raise_unit":"working_days","first_handler":"物业","goes_to":"维保单位/市场监管","privacy":"open","advice":"困人先打轿厢电话，再打 119（96333 电梯应急以当地开通为准）","origin":"惯"}','0bbcb790dd84ee7a0ecda0cca114aa79','8a359cdf18b8a66635b43ae2a5bc3ff85d89894ee4ae87aa119154174b8c6533');
INSERT INTO "row_change" VALUES(18,1,'category',12,NULL,'{"id":12,"code":"roof_wall","group_code":"facilities","name":"屋面外墙","spoken":"屋顶漏 外墙瓷砖掉 渗水","respond_amount":1,"respond_unit":"working_days","close_amount":15,"close_unit":"working_days","raise_amount":20,"raise_unit":"working_days","first_handler":"物业","goes_to":"维修资金/住建","privacy":"open","advice":"有坠落危险先围挡","origin":"惯"}','4c2605cc4dd9d5e7af269366f5357364','ea2e7e99d5a4077c48e96c9cb89c303739a44dacc14576c039c3279caa1f3024');
INSERT INTO "row_change" VALUES(19,1,'category',13,NULL,'{"id":13,"code":"access","group_code":"facilities","name":"门禁监控道闸","spoken":"门禁 对讲 摄像头 道闸","respond_amount":1,"respond_unit":"working_days","close_amount":5,"close_unit":"working_days","raise_amount":7,"raise_unit":"working_days","first_handler":"物业","goes_to":"公安（治安监控）","privacy":"open","advice":"监控录像不得转发","origin":"惯"}','948a6f3470e2b54247ac30b75e59a4c3','ca5557665bfc539bce7dfa7786effca996616d19f7529277f92d7be80076aaaf');
INSERT INTO "row_change" VALUES(20,1,'category',14,NULL,'{"id":14,"code":"refuse","group_code":"environment","name":"垃圾与保洁","spoken":"垃圾桶破 没人扫 清运 异味","respond_amount":1,"respond_unit":"working_days","close_amount":2,"close_unit":"working_days","raise_amount":3,"raise_unit":"working_days","first_handler":"物业","goes_to":"城管/环卫","privacy":"open","advice":"","origin":"文"}','4ba2ca8c845cbe3e4706d4db9c462bde','8c67c03bebe9cab0f62e9f4cd6b725f3773f83c531f5db9d5964d43bc84ba350');
INSERT INTO "row_change" VALUES(21,1,'category',15,NULL,'{"id":15,"code":"green","group_code":"environment","name":"绿化与虫害","spoken":"树枝 草坪 白蚁 老鼠 蚊子","respond_amount":1,"respond_unit":"working_days","close_amount":5,"close_unit":"working_days","raise_amount":10,"raise_unit":"working_days","first_handler":"物业","goes_to":"园林","privacy":"open","advice":"危树先拉线；砍树须审批","origin":"惯"}','b50c7176d25502d405d469d5e30cb755','b0a6259c84f0a0ff0668057f640c215f0318cee7a13bf3f00766d97623718ac1');
INSERT INTO "row_change" VALUES(22,1,'category',16,NULL,'{"id":16,"code":"corridor","group_code":"environment","name":"楼道堆物","spoken":"楼道堆杂物 鞋柜 纸箱","respond_amount":1,"respond_unit":"working_days","close_amount":5,"close_unit":"working_days","raise_amount":7,"raise_unit":"working_days","first_handler":"楼栋党小组","goes_to":"物业/消防","privacy":"open","advice":"先劝后清，拍照留据","origin":"文"}','bd699ba4005f62874095fe6980983224','0c5e7c97bf162ecddbb5ab913494cf196b9d1dc896c6e47db9dab0ec1d537019');
INSERT INTO "row_change" VALUES(23,1,'category',17,NULL,'{"id":17,"code":"stilt","group_code":"environment","name":"架空层占用","spoken":"架空层杂乱 堵了 种菜","respond_amount":2,"respond_unit":"working_days","close_amount":10,"close_unit":"working_days","raise_amount":15,"raise_unit":"working_days","first_handler":"楼栋党小组","goes_to":"周五议事日/城管","privacy":"open","advice":"改造须业主共同决定","origin":"文"}','eda9a1d479bfd8d61cbac5f62a2d04f2','6fb6e77282733128cbc63ca34d147e7144f3de3c4f0cccbdb2f62a73f26ecd27');
INSERT INTO "row_change" VALUES(24,1,'category',18,NULL,'{"id":18,"code":"ebike","group_code":"safety","name":"电动车充电停放","spoken":"飞线 电动车进楼 充电","respond_amount":0,"respond_unit":"at_once","close_amount":1,"close_unit":"working_days","raise_amount":2,"raise_unit":"working_days","first_handler":"楼栋党小组","goes_to":"物业/消防","privacy":"open","advice":"当场制止","origin":"文"}','fe5f700dd2f6c4138640194bb85bee6c','895347cced482687210c18e31455078aeafd56d98ef805b8b84500020e7a70f1');
INSERT INTO "row_change" VALUES(25,1,'category',19,NULL,'{"id":19,"code":"fire","group_code":"safety","name":"消防通道与设施","spoken":"堵消防通道 灭火器 消防栓没水","respond_amount":0,"respond_unit":"at_once","close_amount":1,"close_unit":"working_days","raise_amount":3,"raise_unit":"working_days","first_handler":"物业","goes_to":"消防救援","privacy":"open","advice":"","origin":"惯"}','d08fecfa2775a7463727067bc62ef399','e2cbb98964b8b6503a27f296085506fc051ead86b89ba2fb88a3fce0dc79dd4d');
INSERT INTO "row_change" VALUES(26,1,'category',20,NULL,'{"id":20,"code":"emergency","group_code":"safety","name":"紧急险情","spoken":"燃气味 着火 爆管 漏电 台风内涝 塌陷","respond_amount":0,"respond_unit":"at_once","close_amount":1,"close_unit":"working_days","raise_amount":0,"raise_unit":"at_once","first_handler":"书记","goes_to":"119/110/120/燃气抢修/供水供电","privacy":"open","advice":"先打电话再登记；人先撤","origin":"文惯"}','c577352443613be08c609e3199e4c0b7','c95b51652f10fe780b95daac8cc0f12d3ba65511d2e8fccbdf27223ceea1c1f7');
INSERT INTO "row_change" VALUES(27,1,'category',21,NULL,'{"id":21,"code":"falling","group_code":"safety","name":"高空抛物坠物","spoken":"楼上丢东西 花盆 窗户要掉","respond_amount":0,"respond_unit":"at_once","close_amount":3,"close_unit":"working_days","raise_amount":3,"raise_unit":"working_days","first_handler":"物业","goes_to":"公安/住建","privacy":"open","advice":"保留现场和监控","origin":"惯"}','333f8301bdca6b322cdf515295039d18','cddad197f495d6d3adc6d5cc580e2c7ca6fca13fd2fa7466c1cce661b18b4e26');
INSERT INTO "row_change" VALUES(28,1,'category',22,NULL,'{"id":22,"code":"leak_dispute","group_code":"neighbours","name":"漏水纠纷","spoken":"楼上漏到楼下 天花板","respond_amount":1,"respond_unit":"working_days","close_amount":10,"close_unit":"working_days","raise_amount":15,"raise_unit":"working_days","first_handler":"矛盾调处员","goes_to":"人民调解/住建/诉讼","privacy":"private","advice":"先关阀止损；双方都在场才记责任","origin":"文"}','6f2add8476afdae2c71b570db738df06','d0c5cc58703d35a88ca2ceb4b428f45f8b041bbe51beb3c5d9bb9e9988a2f93c');
INSERT INTO "row_change" VALUES(29,1,'category',23,NULL,'{"id":23,"code":"noise_home","group_code":"neighbours","name":"生活与装修噪声","spoken":"吵 装修 广场舞 弹琴 小孩跑","respond_amount":4,"respond_unit":"hours","close_amount":3,"close_unit":"working_days","raise_amount":5,"raise_unit":"working_days","first_handler":"矛盾调处员","goes_to":"物业/公安","privacy":"private","advice":"先劝阻调解，无效再报告","origin":"惯"}','0f5f057fed5d92c4720ab2388564082a','5dd138f285b23912f9746c1d811325fc1bbd4fc89714e6cf3ffa063935b96206');
INSERT INTO "row_change" VALUES(30,1,'category',24,NULL,'{"id":24,"code":"neighbour","group_code":"neighbours","name":"其他邻里矛盾","spoken":"晾晒 狗 占地 口角 共用","respond_amount":1,"respond_unit":"working_days","close_amount":10,"close_unit":"working_days","raise_amount":15,"raise_unit":"working_days","first_handler":"矛盾调处员","goes_to":"人民调解","privacy":"private","advice":"","origin":"文惯"}','01ed3a27c5d00bf62318d1f3ae58a528','1f318be858d468b4fbb2a51c124b27cae61107f6b0e97063349c2595e27e91fb');
INSERT INTO "row_change" VALUES(31,1,'category',25,NULL,'{"id":25,"code":"harm","group_code":"neighbours","name":"人身侵害线索","spoken":"打老婆 打孩子 虐待","respond_amount":0,"respond_unit":"at_once","close_amount":0,"close_unit":"at_once","raise_amount":0,"raise_unit":"at_once","first_handler":"书记","goes_to":"110/社区（强制报告）/民政","privacy":"secret","advice":"立即报警；不派单、不上议题、不进月报明细","origin":"律"}','2d1b97e4c68b7586e9e94b207bc6863d','57293c3759b428af8fd06d9601f3de537da6fcb376abcbcc54b84bc6e0bbaba5');
INSERT INTO "row_change" VALUES(32,1,'category',26,NULL,'{"id":26,"code":"pm_service","group_code":"property","name":"物业服务质量","spoken":"保安 态度 不作为 报修没人来","respond_amount":1,"respond_unit":"working_days","close_amount":5,"close_unit":"working_days","raise_amount":10,"raise_unit":"working_days","first_handler":"支部","goes_to":"物业/两评/街道","privacy":"open","advice":"","origin":"文"}','fc190cd8222646c5852142ffa3ca21a6','01a25cb4d9f09b15f34280c5df8a69f7ebef817cbc2773c674a6f7da1ea035a9');
INSERT INTO "row_change" VALUES(33,1,'category',27,NULL,'{"id":27,"code":"pm_fee","group_code":"property","name":"物业费与收费","spoken":"物业费 公摊 涨价 停车费","respond_amount":2,"respond_unit":"working_days","close_amount":10,"close_unit":"working_days","raise_amount":15,"raise_unit":"working_days","first_handler":"支部","goes_to":"业委会/住建/市场监管","privacy":"open","advice":"不公布欠费户","origin":"文"}','677701bfb462d4602eeb2ee64d59737d','84b520fa46eb73cc75eb661dd880b81298ef802ddd007e4fd89074a424522cdb');
INSERT INTO "row_change" VALUES(34,1,'category',28,NULL,'{"id":28,"code":"commons","group_code":"property","name":"公共收益与共有部分","spoken":"侵占业主资产 广告费 占用公共","respond_amount":2,"respond_unit":"working_days","close_amount":15,"close_unit":"working_days","raise_amount":20,"raise_unit":"working_days","first_handler":"支部","goes_to":"业委会/监事会/街道呼叫","privacy":"private","advice":"公开时写\"某物业\"\"某单位\"","origin":"文"}','9e8e7d4a467890a491fb850cac2bdf87','c23fb3b61073acab59ee14a546a6ea5917a98e283ca72a84580820c8ca122d51');
INSERT INTO "row_change" VALUES(35,1,'category',29,NULL,'{"id":29,"code":"parking","group_code":"property","name":"停车与车棚充电桩","spoken":"没车位 占位 停车棚 充电桩","respond_amount":2,"respond_unit":"working_days","close_amount":15,"close_unit":"working_days","raise_amount":20,"raise_unit":"working_days","first_handler":"支部","goes_to":"业委会/街道呼叫","privacy":"open","advice":"占用共有场地须业主共同决定","origin":"文"}','f65acffac184b8c98d98945dcb52031b','6deb0de546c55a351c5992d8b93fa1286f51b04951901f48c61607034e3ce372');
INSERT INTO "row_change" VALUES(36,1,'category',30,NULL,'{"id":30,"code":"committee","group_code":"property","name":"业委会与选聘物业","spoken":"换物业 成立业委会 业委会不干事","respond_amount":2,"respond_unit":"working_days","close_amount":20,"close_unit":"working_days","raise_amount":20,"raise_unit":"working_days","first_handler":"支部","goes_to":"社区/街道","privacy":"private","advice":"法定程序，支部指导不代办","origin":"文"}','5a8c57ff06e8e9619649079dae9ef642','5223f7475266adcf0fe5ee7aadf27504a93c673db5c70f548b010db4f1deb100');
INSERT INTO "row_change" VALUES(37,1,'category',31,NULL,'{"id":31,"code":"illegal_build","group_code":"departments","name":"违章搭建","spoken":"搭棚 违建 封阳台 开门打墙","respond_amount":1,"respond_unit":"working_days","close_amount":15,"close_unit":"working_days","raise_amount":3,"raise_unit":"working_days","first_handler":"支部","goes_to":"城管/自然资源/住建","privacy":"private","advice":"打承重墙立即报；举报人保密","origin":"文"}','c6a4465e7e1168f9f8e8f3ab16f6399e','bf706338a1f4c11475117109a26f0f67b3efac1a26d4eed3609c7cc27fc98072');
INSERT INTO "row_change" VALUES(38,1,'category',32,NULL,'{"id":32,"code":"business","group_code":"departments","name":"商业施工噪声油烟","spoken":"商场撤柜 工地 烧烤 油烟 占道","respond_amount":1,"respond_unit":"working_days","close_amount":10,"close_unit":"working_days","raise_amount":3,"raise_unit":"working_days","first_handler":"支部","goes_to":"街道呼叫：城管/公安/生态环境/市场监管","privacy":"private","advice":"记下时间、次数","origin":"文"}','c1b94bf32e606dcd7a394fadc74ccab6','f8cc6139beba51d7c89b7070d4bbee80c8533f933ccb068a10450426ba609f89');
INSERT INTO "row_change" VALUES(39,1,'category',33,NULL,'{"id":33,"code":"utility","group_code":"departments","name":"市政公用与交通","spoken":"水管爆 停水停电 井盖 公交 道路 网络","respond_amount":0,"respond_unit":"at_once","close_amount":10,"close_unit":"working_days","raise_amount":3,"raise_unit":"working_days","first_handler":"支部","goes_to":"街道呼叫：水务/供电/燃气/通信/交通/公交","privacy":"open","advice":"井盖先放警示","origin":"文"}','e88b1a92a40c1cd5d4ef16181c66ca69','5e4c35e32bf71f53cd3aa97b98f2bb68f0a61d5d05d211ad155c4a3343796633');
INSERT INTO "row_change" VALUES(40,1,'category',34,NULL,'{"id":34,"code":"care_service","group_code":"livelihood","name":"养老助餐托育医疗","spoken":"吃饭难 食堂 托管 打针 日间照料","respond_amount":2,"respond_unit":"working_days","close_amount":20,"close_unit":"working_days","raise_amount":20,"raise_unit":"working_days","first_handler":"支部","goes_to":"民政/卫健/教育/共建单位","privacy":"open","advice":"转为项目或问卷","origin":"文"}','e599d51e065af28765bcd0cd88fde925','a76aa689d24409787fcdf375f1830a20d7fba80a8833d5f6c908621dc7e28b13');
INSERT INTO "row_change" VALUES(41,1,'category',35,NULL,'{"id":35,"code":"relief","group_code":"livelihood","name":"困难救助与微心愿","spoken":"低保 残疾 生病 独居 微心愿","respond_amount":1,"respond_unit":"working_days","close_amount":5,"close_unit":"working_days","raise_amount":7,"raise_unit":"working_days","first_handler":"信息咨询员","goes_to":"社区/民政/残联/共建单位","privacy":"private","advice":"只记必要，不拍照宣传","origin":"惯"}','c05e2bfc7c2e0feed3af72a20dd1dc40','d7e793ac9f62405322c398b4fc855875451d9094250189c113c80e58d2f98786');
INSERT INTO "row_change" VALUES(42,1,'category',36,NULL,'{"id":36,"code":"home_repair","group_code":"livelihood","name":"入户小修","spoken":"家电坏 换灯泡 水龙头 开锁","respond_amount":1,"respond_unit":"working_days","close_amount":2,"close_unit":"working_days","raise_amount":5,"raise_unit":"working_days","first_handler":"维修员","goes_to":"物业/志愿队","privacy":"open","advice":"收不收费先说清；燃气电路须持证","origin":"文"}','2497f40cea6aa48450267a0191f4ab8b','e434fb21370c3426ccfd6aaaccbf7be182b8aa85ede16eb13fc3dffe88fc7053');
INSERT INTO "row_change" VALUES(43,1,'category',37,NULL,'{"id":37,"code":"consult","group_code":"livelihood","name":"咨询与建议","spoken":"怎么办 手续 政策 建议 电梯更换加装","respond_amount":1,"respond_unit":"working_days","close_amount":2,"close_unit":"working_days","raise_amount":5,"raise_unit":"working_days","first_handler":"信息咨询员","goes_to":"社区/12345","privacy":"open","advice":"电梯诉求达到3户转项目（阈值可改）","origin":"文"}','89de211b164b95e197f4f86d9d506316','2f421f169c6aa5e67d9b331af726c5347b21e09e151ec0aae86f8aecdd02c78f');
INSERT INTO "row_change" VALUES(44,1,'category',38,NULL,'{"id":38,"code":"other","group_code":"other","name":"其他","spoken":"","respond_amount":1,"respond_unit":"working_days","close_amount":10,"close_unit":"working_days","raise_amount":15,"raise_unit":"working_days","first_handler":"支部","goes_to":"社区","privacy":"open","advice":"每月看一次，能归类就归类","origin":"惯"}','5057f6513f958b7c3abceb7233d46cef','7c091a902be1b264ed6c1b88d35bf2870e082a305128896a8af812e0847a3a40');
INSERT INTO "row_change" VALUES(45,2,'building',1,NULL,'{"id":1,"code":"3","name":null,"floors":5,"floors_below":0,"entrances":1,"stilt_floor":0,"elevator":0,"note":null,"removed_at":null}','01a0e1262c7162e95e50627c23737a7b','454c42c04a6d30b096fbb0a4b7b606fa7f9bfcb7ba16c364bae0afa89316d951');
INSERT INTO "row_change" VALUES(46,2,'household',1,NULL,'{"id":1,"building_id":1,"entrance":"1","room":"501","floor":5,"area":8950,"state":null,"note":null,"removed_at":null}','94764834f45263702af1756d13b62a63','d14ccb59609a3d81041b290d04ddba0d701eee2ccdecb6dec78ba9a1abcfa745');
INSERT INTO "row_change" VALUES(47,2,'household',2,NULL,'{"id":2,"building_id":1,"entrance":"1","room":"502","floor":5,"area":8950,"state":null,"note":null,"removed_at":null}','7a5d6e95358ffb486d2c58049b3a6b9f','00f9a45911d9e027582ec3cda32b8a478381a46e55a8030f93baf07ecc5d3617');
INSERT INTO "row_change" VALUES(48,2,'person',2,NULL,'{"id":2,"number":2,"name":"张美华","phone":"13805915678","note":null,"removed_at":null}','9e26fa026d1df52c113d41236ab52e5d','afa22acfc47909edc19c4492718fb75b5bf6f447d03be7d861aac70ea851d8c7');
INSERT INTO "row_change" VALUES(49,2,'person',3,NULL,'{"id":3,"number":3,"name":"李雷","phone":"13805910000","note":null,"removed_at":null}','df608ad2a1e80742213d811e1a1bd57a','3fecd260c862f2710fbe321f66b6f4df9c989d0381cc16c680a509d3ab3b331e');
INSERT INTO "row_change" VALUES(50,2,'ownership',1,NULL,'{"id":1,"household_id":1,"person_id":2,"share":null,"removed_at":null}','b93a1f35f94efc06d6a7b35dd58d2625','0154b803cf4fe23fb845cc42a1b54d66a399cf1ff6c234cc0e9b439b4f1cd378');
INSERT INTO "row_change" VALUES(51,2,'ownership',2,NULL,'{"id":2,"household_id":2,"person_id":3,"share":null,"removed_at":null}','5149c5b99eb0b64d2c1a11166c8a9406','e2bc20987924c50d603f9744ee543c60d149cb079bbddf84664306c3a513930e');
INSERT INTO "row_change" VALUES(52,3,'member',2,NULL,'{"id":2,"person_id":2,"party_state":"full","affiliation":"here","joined_on":null,"full_on":null,"reported_on":null,"employer":null,"group_name":null,"skills":null,"note":null,"removed_at":null}','981f34a859bd3dbcd09fdf2f713451ea','aa96e6b41f1a7085aa17f1779114ecc972e2a4eaead06c7193842598e61b5d88');
INSERT INTO "row_change" VALUES(53,3,'post',2,NULL,'{"id":2,"person_id":2,"body":"branch","title":"组织委员","started_on":"2026-11-24","ended_on":null,"source":null,"removed_at":null}','1a6b9c007dc8a6a47c234d8f8f6be324','cf055f62b3954f1dddcd6af3134a7048958dcfbf3f37712804221887f3ddec89');
INSERT INTO "row_change" VALUES(54,4,'person',4,NULL,'{"id":4,"number":4,"name":"陈建国","phone":"0591-87654321","note":null,"removed_at":null}','83b213223f03aaea7315a16fd8aaf49f','824eca8a201054afe233e27c0b63edaf64f3c98f5aa88543a928b0971c01227f');
INSERT INTO "row_change" VALUES(55,4,'member',3,NULL,'{"id":3,"person_id":4,"party_state":"probationary","affiliation":"here","joined_on":null,"full_on":null,"reported_on":null,"employer":null,"group_name":null,"skills":null,"note":null,"removed_at":null}','236fea243e2306670a29e630da26136e','0ce57cbda41a0e2007301ab3bedc96a82e6b946aba29102eb39e6a7cb0b71a95');
INSERT INTO "row_change" VALUES(56,5,'post',3,NULL,'{"id":3,"person_id":4,"body":"branch","title":"宣传委员","started_on":"2026-11-24","ended_on":null,"source":null,"removed_at":null}','bce1601c305ce2cd9c7ca15d19e00dea','d9aced514611e7c8224971b6b036228ca95e4183883668587e7ad8b497dd2845');
INSERT INTO "row_change" VALUES(57,6,'post',3,'{"id":3,"person_id":4,"body":"branch","title":"宣传委员","started_on":"2026-11-24","ended_on":null,"source":null,"removed_at":null}',NULL,'cc34505f3a27fa5e0665ad4939892ec3','c268659f659184b922d1385b7b94a0f30262ca7a1e4751b96a4b41ec40cd2e92');
INSERT INTO "row_change" VALUES(58,7,'person',2,'{"id":2,"number":2,"name":"张美华","phone":"13805915678","note":null,"removed_at":null}','{"id":2,"number":2,"name":"张美花","phone":"13805915678","note":null,"removed_at":null}','1aad464e8731f0a10124c4224a216428','40d962cf2bf1c1a948732a839af76a0e1ebe0b3e758169f73bf801697a9cfd53');
INSERT INTO "row_change" VALUES(59,8,'issue',1,NULL,'{"id":1,"year":2026,"number":1,"title":"路灯不亮","category_id":8,"place":null,"building_id":1,"household_id":null,"reporter":"张美花","reporter_phone":null,"channel":"door","urgency":"normal","private":0,"status":"reported","reported_at":"2026-11-24T02:47:18Z","due_on":"2026-11-27","steward_id":null,"handler":null,"closed_at":null,"result":null,"satisfaction":null,"removed_at":null}','543ffdfbf67e6cd255829058fddfc41c','bd53e2c934ea8dc378cfc330c48094b12a311bd766461104a51e2f3da354aa13');
INSERT INTO "row_change" VALUES(60,8,'issue_event',1,NULL,'{"id":1,"issue_id":1,"at":"2026-11-24T02:47:18Z","kind":"reported","from_status":null,"to_status":"reported","satisfaction":null,"person_id":null,"note":null,"user":"林秀英"}','55cdd68ec33ce1c8e9da24422987b9b0','c64aa51ed8e7a3eea04e49855e5fd4854df86137498580a57dd6c9afa306da66');
INSERT INTO "row_change" VALUES(61,9,'issue_event',2,NULL,'{"id":2,"issue_id":1,"at":"2026-11-24T02:47:19Z","kind":"noted","from_status":null,"to_status":null,"satisfaction":null,"person_id":null,"note":"已联系物业","user":"林秀英"}','03cd5f2976cdf5cdf6d4909680de0cf3','8f92b2648ad0370fb2479b5a9723dcca6e5e0d7847b15015aa25ea0695feb906');
INSERT INTO "row_change" VALUES(62,10,'issue',1,'{"id":1,"year":2026,"number":1,"title":"路灯不亮","category_id":8,"place":null,"building_id":1,"household_id":null,"reporter":"张美花","reporter_phone":null,"channel":"door","urgency":"normal","private":0,"status":"reported","reported_at":"2026-11-24T02:47:18Z","due_on":"2026-11-27","steward_id":null,"handler":null,"closed_at":null,"result":null,"satisfaction":null,"removed_at":null}','{"id":1,"year":2026,"number":1,"title":"路灯不亮","category_id":8,"place":null,"building_id":1,"household_id":null,"reporter":"张美花","reporter_phone":null,"channel":"door","urgency":"normal","private":0,"status":"closed_solved","reported_at":"2026-11-24T02:47:18Z","due_on":"2026-11-27","steward_id":null,"handler":null,"closed_at":"2026-11-24T02:47:19Z","result":"已换灯泡","satisfaction":null,"removed_at":null}','0463d7dfade1953c739858852fdb4014','b80ac19eba43c6b9c55a7435553710c21581d8042f06241e5dc1f47305ba4319');
INSERT INTO "row_change" VALUES(63,10,'issue_event',3,NULL,'{"id":3,"issue_id":1,"at":"2026-11-24T02:47:19Z","kind":"closed","from_status":"reported","to_status":"closed_solved","satisfaction":null,"person_id":null,"note":"已换灯泡","user":"林秀英"}','caeb2794076d798a7153abb1495c2aea','6c47349a83523616508e83300a83a4a6a53f0f6efed53c124533c5792a861095');
INSERT INTO "row_change" VALUES(64,11,'issue',2,NULL,'{"id":2,"year":2026,"number":2,"title":"楼道堆物","category_id":1,"place":null,"building_id":null,"household_id":null,"reporter":null,"reporter_phone":null,"channel":"other","urgency":"normal","private":0,"status":"reported","reported_at":"2026-11-24T02:47:19Z","due_on":"2026-12-08","steward_id":null,"handler":null,"closed_at":null,"result":null,"satisfaction":null,"removed_at":null}','3d46e9b17ebae4df6025368576840775','7242ae33e6de799dd9890f62e91f2fc8e8dfc9c1eb26a48bc975849674acedc9');
INSERT INTO "row_change" VALUES(65,11,'issue_event',4,NULL,'{"id":4,"issue_id":2,"at":"2026-11-24T02:47:19Z","kind":"reported","from_status":null,"to_status":"reported","satisfaction":null,"person_id":null,"note":null,"user":"林秀英"}','390351ef9d0c2a114e48b13025e9eac1','b8e2c2eeff7ea550bf8d688df803280f7989e1cb9ada5592bf999ab6c18afd4b');
CREATE TABLE setting (
    id    INTEGER PRIMARY KEY,
    key   TEXT NOT NULL UNIQUE,
    value TEXT NOT NULL
) STRICT;
INSERT INTO "setting" VALUES(1,'secretary','林秀英');
CREATE INDEX row_change_of_entry ON row_change (entry);
CREATE INDEX row_change_of_row ON row_change (table_name, row_id);
CREATE TRIGGER row_change_needs_open_entry BEFORE INSERT ON row_change
WHEN (SELECT digest FROM entry WHERE seq = NEW.entry) IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'a row was changed outside a command'); END;
CREATE TRIGGER entry_is_kept BEFORE DELETE ON entry
BEGIN SELECT RAISE(ABORT, 'the history is kept'); END;
CREATE TRIGGER entry_is_sealed BEFORE UPDATE ON entry WHEN OLD.digest IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'the history is sealed'); END;
CREATE TRIGGER row_change_is_kept BEFORE DELETE ON row_change
BEGIN SELECT RAISE(ABORT, 'the history is kept'); END;
CREATE TRIGGER row_change_is_sealed BEFORE UPDATE ON row_change WHEN OLD.digest IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'the history is sealed'); END;
CREATE INDEX person_by_name ON person (name);
CREATE UNIQUE INDEX building_code ON building (code) WHERE removed_at IS NULL;
CREATE UNIQUE INDEX household_door ON household (building_id, ifnull(entrance, ''), room)
    WHERE removed_at IS NULL;
CREATE UNIQUE INDEX ownership_once ON ownership (household_id, person_id) WHERE removed_at IS NULL;
CREATE INDEX ownership_of_person ON ownership (person_id);
CREATE UNIQUE INDEX member_once ON member (person_id) WHERE removed_at IS NULL;
CREATE INDEX post_of_person ON post (person_id);
CREATE INDEX issue_open ON issue (
    CASE urgency WHEN 'critical' THEN 0 WHEN 'urgent' THEN 1 ELSE 2 END, due_on, id
) WHERE closed_at IS NULL AND removed_at IS NULL;
CREATE INDEX issue_closed ON issue (closed_at DESC, id) WHERE closed_at IS NOT NULL AND removed_at IS NULL;
CREATE INDEX issue_by_report ON issue (reported_at);
CREATE INDEX issue_by_building ON issue (building_id);
CREATE INDEX issue_event_of_issue ON issue_event (issue_id, id);
CREATE INDEX issue_event_by_kind ON issue_event (kind, at);
CREATE INDEX meeting_by_time ON meeting (held_at);
CREATE INDEX agenda_item_of_meeting ON agenda_item (meeting_id, position);
CREATE UNIQUE INDEX attendance_once ON attendance (meeting_id, name, ifnull(person_id, 0))
    WHERE removed_at IS NULL;
CREATE TRIGGER history_setting_insert AFTER INSERT ON setting  BEGIN
INSERT INTO row_change (entry, table_name, row_id, before, after) VALUES ((SELECT max(seq) FROM entry), 'setting', NEW.id, NULL, json_object('id', NEW.id, 'key', NEW.key, 'value', NEW.value)); END;
CREATE TRIGGER history_setting_update AFTER UPDATE ON setting WHEN OLD.id IS NOT NEW.id OR OLD.key IS NOT NEW.key OR OLD.value IS NOT NEW.value BEGIN
INSERT INTO row_change (entry, table_name, row_id, before, after) VALUES ((SELECT max(seq) FROM entry), 'setting', NEW.id, json_object('id', OLD.id, 'key', OLD.key, 'value', OLD.value), json_object('id', NEW.id, 'key', NEW.key, 'value', NEW.value)); END;
CREATE TRIGGER history_setting_delete AFTER DELETE ON setting  BEGIN
INSERT INTO row_change (entry, table_name, row_id, before, after) VALUES ((SELECT max(seq) FROM entry), 'setting', OLD.id, json_object('id', OLD.id, 'key', OLD.key, 'value', OLD.value), NULL); END;
CREATE TRIGGER history_person_insert AFTER INSERT ON person  BEGIN
INSERT INTO row_change (entry, table_name, row_id, before, after) VALUES ((SELECT max(seq) FROM entry), 'person', NEW.id, NULL, json_object('id', NEW.id, 'number', NEW.number, 'name', NEW.name, 'phone', NEW.phone, 'note', NEW.note, 'removed_at', NEW.removed_at)); END;
CREATE TRIGGER history_person_update AFTER UPDATE ON person WHEN OLD.id IS NOT NEW.id OR OLD.number IS NOT NEW.number OR OLD.name IS NOT NEW.name OR OLD.phone IS NOT NEW.phone OR OLD.note IS NOT NEW.note OR OLD.removed_at IS NOT NEW.removed_at BEGIN
INSERT INTO row_change (entry, table_name, row_id, before, after) VALUES ((SELECT max(seq) FROM entry), 'person', NEW.id, json_object('id', OLD.id, 'number', OLD.number, 'name', OLD.name, 'phone', OLD.phone, 'note', OLD.note, 'removed_at', OLD.removed_at), json_object('id', NEW.id, 'number', NEW.number, 'name', NEW.name, 'phone', NEW.phone, 'note', NEW.note, 'removed_at', NEW.removed_at)); END;
CREATE TRIGGER history_person_delete AFTER DELETE ON person  BEGIN
INSERT INTO row_change (entry, table_name, row_id, before, after) VALUES ((SELECT max(seq) FROM entry), 'person', OLD.id, json_object('id', OLD.id, 'number', OLD.number, 'name', OLD.name, 'phone', OLD.phone, 'note', OLD.note, 'removed_at', OLD.removed_at), NULL); END;
CREATE TRIGGER history_complex_insert AFTER INSERT ON complex  BEGIN
INSERT INTO row_change (entry, table_name, row_id, before, after) VALUES ((SELECT max(seq) FROM entry), 'complex', NEW.id, NULL, json_object('id', NEW.id, 'name', NEW.name, 'street', NEW.street, 'community', NEW.community)); END;
CREATE TRIGGER history_complex_update AFTER UPDATE ON complex WHEN OLD.id IS NOT NEW.id OR OLD.name IS NOT NEW.name OR OLD.street IS NOT NEW.street OR OLD.community IS NOT NEW.community BEGIN
INSERT INTO row_change (entry, table_name, row_id, before, after) VALUES ((SELECT max(seq) FROM entry), 'complex', NEW.id, json_object('id', OLD.id, 'name', OLD.name, 'street', OLD.street, 'community', OLD.community), json_object('id', NEW.id, 'name', NEW.name, 'street', NEW.street, 'community', NEW.community)); END;
CREATE TRIGGER history_complex_delete AFTER DELETE ON complex  BEGIN
INSERT INTO row_change (entry, table_name, row_id, before, after) VALUES ((SELECT max(seq) FROM entry), 'complex', OLD.id, json_object('id', OLD.id, 'name', OLD.name, 'street', OLD.street, 'community', OLD.community), NULL); END;
CREATE TRIGGER history_building_insert AFTER INSERT ON building  BEGIN
INSERT INTO row_change (entry, table_name, row_id, before, after) VALUES ((SELECT max(seq) FROM entry), 'building', NEW.id, NULL, json_object('id', NEW.id, 'code', NEW.code, 'name', NEW.name, 'floors', NEW.floors, 'floors_below', NEW.floors_below, 'entrances', NEW.entrances, 'stilt_floor', NEW.stilt_floor, 'elevator', NEW.elevator, 'note', NEW.note, 'removed_at', NEW.removed_at)); END;
CREATE TRIGGER history_building_update AFTER UPDATE ON building WHEN OLD.id IS NOT NEW.id OR OLD.code IS NOT NEW.code OR OLD.name IS NOT NEW.name OR OLD.floors IS NOT NEW.floors OR OLD.floors_below IS NOT NEW.floors_below OR OLD.entrances IS NOT NEW.entrances OR OLD.stilt_floor IS NOT NEW.stilt_floor OR OLD.elevator IS NOT NEW.elevator OR OLD.note IS NOT NEW.note OR OLD.removed_at IS NOT NEW.removed_at BEGIN
INSERT INTO row_change (entry, table_name, row_id, before, after) VALUES ((SELECT max(seq) FROM entry), 'building', NEW.id, json_object('id', OLD.id, 'code', OLD.code, 'name', OLD.name, 'floors', OLD.floors, 'floors_below', OLD.floors_below, 'entrances', OLD.entrances, 'stilt_floor', OLD.stilt_floor, 'elevator', OLD.elevator, 'note', OLD.note, 'removed_at', OLD.removed_at), json_object('id', NEW.id, 'code', NEW.code, 'name', NEW.name, 'floors', NEW.floors, 'floors_below', NEW.floors_below, 'entrances', NEW.entrances, 'stilt_floor', NEW.stilt_floor, 'elevator', NEW.elevator, 'note', NEW.note, 'removed_at', NEW.removed_at)); END;
CREATE TRIGGER history_building_delete AFTER DELETE ON building  BEGIN
INSERT INTO row_change (entry, table_name, row_id, before, after) VALUES ((SELECT max(seq) FROM entry), 'building', OLD.id, json_object('id', OLD.id, 'code', OLD.code, 'name', OLD.name, 'floors', OLD.floors, 'floors_below', OLD.floors_below, 'entrances', OLD.entrances, 'stilt_floor', OLD.stilt_floor, 'elevator', OLD.elevator, 'note', OLD.note, 'removed_at', OLD.removed_at), NULL); END;
CREATE TRIGGER history_household_insert AFTER INSERT ON household  BEGIN
INSERT INTO row_change (entry, table_name, row_id, before, after) VALUES ((SELECT max(seq) FROM entry), 'household', NEW.id, NULL, json_object('id', NEW.id, 'building_id', NEW.building_id, 'entrance', NEW.entrance, 'room', NEW.room, 'floor', NEW.floor, 'area', NEW.area, 'state', NEW.state, 'note', NEW.note, 'removed_at', NEW.removed_at)); END;
CREATE TRIGGER history_household_update AFTER UPDATE ON household WHEN OLD.id IS NOT NEW.id OR OLD.building_id IS NOT NEW.building_id OR OLD.entrance IS NOT NEW.entrance OR OLD.room IS NOT NEW.room OR OLD.floor IS NOT NEW.floor OR OLD.area IS NOT NEW.area OR OLD.state IS NOT NEW.state OR OLD.note IS NOT NEW.note OR OLD.removed_at IS NOT NEW.removed_at BEGIN
INSERT INTO row_change (entry, table_name, row_id, before, after) VALUES ((SELECT max(seq) FROM entry), 'household', NEW.id, json_object('id', OLD.id, 'building_id', OLD.building_id, 'entrance', OLD.entrance, 'room', OLD.room, 'floor', OLD.floor, 'area', OLD.area, 'state', OLD.state, 'note', OLD.note, 'removed_at', OLD.removed_at), json_object('id', NEW.id, 'building_id', NEW.building_id, 'entrance', NEW.entrance, 'room', NEW.room, 'floor', NEW.floor, 'area', NEW.area, 'state', NEW.state, 'note', NEW.note, 'removed_at', NEW.removed_at)); END;
CREATE TRIGGER history_household_delete AFTER DELETE ON household  BEGIN
INSERT INTO row_change (entry, table_name, row_id, before, after) VALUES ((SELECT max(seq) FROM entry), 'household', OLD.id, json_object('id', OLD.id, 'building_id', OLD.building_id, 'entrance', OLD.entrance, 'room', OLD.room, 'floor', OLD.floor, 'area', OLD.area, 'state', OLD.state, 'note', OLD.note, 'removed_at', OLD.removed_at), NULL); END;
CREATE TRIGGER history_ownership_insert AFTER INSERT ON ownership  BEGIN
INSERT INTO row_change (entry, table_name, row_id, before, after) VALUES ((SELECT max(seq) FROM entry), 'ownership', NEW.id, NULL, json_object('id', NEW.id, 'household_id', NEW.household_id, 'person_id', NEW.person_id, 'share', NEW.share, 'removed_at', NEW.removed_at)); END;
CREATE TRIGGER history_ownership_update AFTER UPDATE ON ownership WHEN OLD.id IS NOT NEW.id OR OLD.household_id IS NOT NEW.household_id OR OLD.person_id IS NOT NEW.person_id OR OLD.share IS NOT NEW.share OR OLD.removed_at IS NOT NEW.removed_at BEGIN
INSERT INTO row_change (entry, table_name, row_id, before, after) VALUES ((SELECT max(seq) FROM entry), 'ownership', NEW.id, json_object('id', OLD.id, 'household_id', OLD.household_id, 'person_id', OLD.person_id, 'share', OLD.share, 'removed_at', OLD.removed_at), json_object('id', NEW.id, 'household_id', NEW.household_id, 'person_id', NEW.person_id, 'share', NEW.share, 'removed_at', NEW.removed_at)); END;
CREATE TRIGGER history_ownership_delete AFTER DELETE ON ownership  BEGIN
INSERT INTO row_change (entry, table_name, row_id, before, after) VALUES ((SELECT max(seq) FROM entry), 'ownership', OLD.id, json_object('id', OLD.id, 'household_id', OLD.household_id, 'person_id', OLD.person_id, 'share', OLD.share, 'removed_at', OLD.removed_at), NULL); END;
CREATE TRIGGER history_branch_insert AFTER INSERT ON branch  BEGIN
INSERT INTO row_change (entry, table_name, row_id, before, after) VALUES ((SELECT max(seq) FROM entry), 'branch', NEW.id, NULL, json_object('id', NEW.id, 'name', NEW.name, 'type', NEW.type, 'superior', NEW.superior)); END;
CREATE TRIGGER history_branch_update AFTER UPDATE ON branch WHEN OLD.id IS NOT NEW.id OR OLD.name IS NOT NEW.name OR OLD.type IS NOT NEW.type OR OLD.superior IS NOT NEW.superior BEGIN
INSERT INTO row_change (entry, table_name, row_id, before, after) VALUES ((SELECT max(seq) FROM entry), 'branch', NEW.id, json_object('id', OLD.id, 'name', OLD.name, 'type', OLD.type, 'superior', OLD.superior), json_object('id', NEW.id, 'name', NEW.name, 'type', NEW.type, 'superior', NEW.superior)); END;
CREATE TRIGGER history_branch_delete AFTER DELETE ON branch  BEGIN
INSERT INTO row_change (entry, table_name, row_id, before, after) VALUES ((SELECT max(seq) FROM entry), 'branch', OLD.id, json_object('id', OLD.id, 'name', OLD.name, 'type', OLD.type, 'superior', OLD.superior), NULL); END;
CREATE TRIGGER history_member_insert AFTER INSERT ON member  BEGIN
INSERT INTO row_change (entry, table_name, row_id, before, after) VALUES ((SELECT max(seq) FROM entry), 'member', NEW.id, NULL, json_object('id', NEW.id, 'person_id', NEW.person_id, 'party_state', NEW.party_state, 'affiliation', NEW.affiliation, 'joined_on', NEW.joined_on, 'full_on', NEW.full_on, 'reported_on', NEW.reported_on, 'employer', NEW.employer, 'group_name', NEW.group_name, 'skills', NEW.skills, 'note', NEW.note, 'removed_at', NEW.removed_at)); END;
CREATE TRIGGER history_member_update AFTER UPDATE ON member WHEN OLD.id IS NOT NEW.id OR OLD.person_id IS NOT NEW.person_id OR OLD.party_state IS NOT NEW.party_state OR OLD.affiliation IS NOT NEW.affiliation OR OLD.joined_on IS NOT NEW.joined_on OR OLD.full_on IS NOT NEW.full_on OR OLD.reported_on IS NOT NEW.reported_on OR OLD.employer IS NOT NEW.employer OR OLD.group_name IS NOT NEW.group_name OR OLD.skills IS NOT NEW.skills OR OLD.note IS NOT NEW.note OR OLD.removed_at IS NOT NEW.removed_at BEGIN
INSERT INTO row_change (entry, table_name, row_id, before, after) VALUES ((SELECT max(seq) FROM entry), 'member', NEW.id, json_object('id', OLD.id, 'person_id', OLD.person_id, 'party_state', OLD.party_state, 'affiliation', OLD.affiliation, 'joined_on', OLD.joined_on, 'full_on', OLD.full_on, 'reported_on', OLD.reported_on, 'employer', OLD.employer, 'group_name', OLD.group_name, 'skills', OLD.skills, 'note', OLD.note, 'removed_at', OLD.removed_at), json_object('id', NEW.id, 'person_id', NEW.person_id, 'party_state', NEW.party_state, 'affiliation', NEW.affiliation, 'joined_on', NEW.joined_on, 'full_on', NEW.full_on, 'reported_on', NEW.reported_on, 'employer', NEW.employer, 'group_name', NEW.group_name, 'skills', NEW.skills, 'note', NEW.note, 'removed_at', NEW.removed_at)); END;
CREATE TRIGGER history_member_delete AFTER DELETE ON member  BEGIN
INSERT INTO row_change (entry, table_name, row_id, before, after) VALUES ((SELECT max(seq) FROM entry), 'member', OLD.id, json_object('id', OLD.id, 'person_id', OLD.person_id, 'party_state', OLD.party_state, 'affiliation', OLD.affiliation, 'joined_on', OLD.joined_on, 'full_on', OLD.full_on, 'reported_on', OLD.reported_on, 'employer', OLD.employer, 'group_name', OLD.group_name, 'skills', OLD.skills, 'note', OLD.note, 'removed_at', OLD.removed_at), NULL); END;
CREATE TRIGGER history_post_insert AFTER INSERT ON post  BEGIN
INSERT INTO row_change (entry, table_name, row_id, before, after) VALUES ((SELECT max(seq) FROM entry), 'post', NEW.id, NULL, json_object('id', NEW.id, 'person_id', NEW.person_id, 'body', NEW.body, 'title', NEW.title, 'started_on', NEW.started_on, 'ended_on', NEW.ended_on, 'source', NEW.source, 'removed_at', NEW.removed_at)); END;
CREATE TRIGGER history_post_update AFTER UPDATE ON post WHEN OLD.id IS NOT NEW.id OR OLD.person_id IS NOT NEW.person_id OR OLD.body IS NOT NEW.body OR OLD.title IS NOT NEW.title OR OLD.started_on IS NOT NEW.started_on OR OLD.ended_on IS NOT NEW.ended_on OR OLD.source IS NOT NEW.source OR OLD.removed_at IS NOT NEW.removed_at BEGIN
INSERT INTO row_change (entry, table_name, row_id, before, after) VALUES ((SELECT max(seq) FROM entry), 'post', NEW.id, json_object('id', OLD.id, 'person_id', OLD.person_id, 'body', OLD.body, 'title', OLD.title, 'started_on', OLD.started_on, 'ended_on', OLD.ended_on, 'source', OLD.source, 'removed_at', OLD.removed_at), json_object('id', NEW.id, 'person_id', NEW.person_id, 'body', NEW.body, 'title', NEW.title, 'started_on', NEW.started_on, 'ended_on', NEW.ended_on, 'source', NEW.source, 'removed_at', NEW.removed_at)); END;
CREATE TRIGGER history_post_delete AFTER DELETE ON post  BEGIN
INSERT INTO row_change (entry, table_name, row_id, before, after) VALUES ((SELECT max(seq) FROM entry), 'post', OLD.id, json_object('id', OLD.id, 'person_id', OLD.person_id, 'body', OLD.body, 'title', OLD.title, 'started_on', OLD.started_on, 'ended_on', OLD.ended_on, 'source', OLD.source, 'removed_at', OLD.removed_at), NULL); END;
CREATE TRIGGER history_category_insert AFTER INSERT ON category  BEGIN
INSERT INTO row_change (entry, table_name, row_id, before, after) VALUES ((SELECT max(seq) FROM entry), 'category', NEW.id, NULL, json_object('id', NEW.id, 'code', NEW.code, 'group_code', NEW.group_code, 'name', NEW.name, 'spoken', NEW.spoken, 'respond_amount', NEW.respond_amount, 'respond_unit', NEW.respond_unit, 'close_amount', NEW.close_amount, 'close_unit', NEW.close_unit, 'raise_amount', NEW.raise_amount, 'raise_unit', NEW.raise_unit, 'first_handler', NEW.first_handler, 'goes_to', NEW.goes_to, 'privacy', NEW.privacy, 'advice', NEW.advice, 'origin', NEW.origin)); END;
CREATE TRIGGER history_category_update AFTER UPDATE ON category WHEN OLD.id IS NOT NEW.id OR OLD.code IS NOT NEW.code OR OLD.group_code IS NOT NEW.group_code OR OLD.name IS NOT NEW.name OR OLD.spoken IS NOT NEW.spoken OR OLD.respond_amount IS NOT NEW.respond_amount OR OLD.respond_unit IS NOT NEW.respond_unit OR OLD.close_amount IS NOT NEW.close_amount OR OLD.close_unit IS NOT NEW.close_unit OR OLD.raise_amount IS NOT NEW.raise_amount OR OLD.raise_unit IS NOT NEW.raise_unit OR OLD.first_handler IS NOT NEW.first_handler OR OLD.goes_to IS NOT NEW.goes_to OR OLD.privacy IS NOT NEW.privacy OR OLD.advice IS NOT NEW.advice OR OLD.origin IS NOT NEW.origin BEGIN
INSERT INTO row_change (entry, table_name, row_id, before, after) VALUES ((SELECT max(seq) FROM entry), 'category', NEW.id, json_object('id', OLD.id, 'code', OLD.code, 'group_code', OLD.group_code, 'name', OLD.name, 'spoken', OLD.spoken, 'respond_amount', OLD.respond_amount, 'respond_unit', OLD.respond_unit, 'close_amount', OLD.close_amount, 'close_unit', OLD.close_unit, 'raise_amount', OLD.raise_amount, 'raise_unit', OLD.raise_unit, 'first_handler', OLD.first_handler, 'goes_to', OLD.goes_to, 'privacy', OLD.privacy, 'advice', OLD.advice, 'origin', OLD.origin), json_object('id', NEW.id, 'code', NEW.code, 'group_code', NEW.group_code, 'name', NEW.name, 'spoken', NEW.spoken, 'respond_amount', NEW.respond_amount, 'respond_unit', NEW.respond_unit, 'close_amount', NEW.close_amount, 'close_unit', NEW.close_unit, 'raise_amount', NEW.raise_amount, 'raise_unit', NEW.raise_unit, 'first_handler', NEW.first_handler, 'goes_to', NEW.goes_to, 'privacy', NEW.privacy, 'advice', NEW.advice, 'origin', NEW.origin)); END;
CREATE TRIGGER history_category_delete AFTER DELETE ON category  BEGIN
INSERT INTO row_change (entry, table_name, row_id, before, after) VALUES ((SELECT max(seq) FROM entry), 'category', OLD.id, json_object('id', OLD.id, 'code', OLD.code, 'group_code', OLD.group_code, 'name', OLD.name, 'spoken', OLD.spoken, 'respond_amount', OLD.respond_amount, 'respond_unit', OLD.respond_unit, 'close_amount', OLD.close_amount, 'close_unit', OLD.close_unit, 'raise_amount', OLD.raise_amount, 'raise_unit', OLD.raise_unit, 'first_handler', OLD.first_handler, 'goes_to', OLD.goes_to, 'privacy', OLD.privacy, 'advice', OLD.advice, 'origin', OLD.origin), NULL); END;
CREATE TRIGGER history_issue_insert AFTER INSERT ON issue  BEGIN
INSERT INTO row_change (entry, table_name, row_id, before, after) VALUES ((SELECT max(seq) FROM entry), 'issue', NEW.id, NULL, json_object('id', NEW.id, 'year', NEW.year, 'number', NEW.number, 'title', NEW.title, 'category_id', NEW.category_id, 'place', NEW.place, 'building_id', NEW.building_id, 'household_id', NEW.household_id, 'reporter', NEW.reporter, 'reporter_phone', NEW.reporter_phone, 'channel', NEW.channel, 'urgency', NEW.urgency, 'private', NEW.private, 'status', NEW.status, 'reported_at', NEW.reported_at, 'due_on', NEW.due_on, 'steward_id', NEW.steward_id, 'handler', NEW.handler, 'closed_at', NEW.closed_at, 'result', NEW.result, 'satisfaction', NEW.satisfaction, 'removed_at', NEW.removed_at)); END;
CREATE TRIGGER history_issue_update AFTER UPDATE ON issue WHEN OLD.id IS NOT NEW.id OR OLD.year IS NOT NEW.year OR OLD.number IS NOT NEW.number OR OLD.title IS NOT NEW.title OR OLD.category_id IS NOT NEW.category_id OR OLD.place IS NOT NEW.place OR OLD.building_id IS NOT NEW.building_id OR OLD.household_id IS NOT NEW.household_id OR OLD.reporter IS NOT NEW.reporter OR OLD.reporter_phone IS NOT NEW.reporter_phone OR OLD.channel IS NOT NEW.channel OR OLD.urgency IS NOT NEW.urgency OR OLD.private IS NOT NEW.private OR OLD.status IS NOT NEW.status OR OLD.reported_at IS NOT NEW.reported_at OR OLD.due_on IS NOT NEW.due_on OR OLD.steward_id IS NOT NEW.steward_id OR OLD.handler IS NOT NEW.handler OR OLD.closed_at IS NOT NEW.closed_at OR OLD.result IS NOT NEW.result OR OLD.satisfaction IS NOT NEW.satisfaction OR OLD.removed_at IS NOT NEW.removed_at BEGIN
INSERT INTO row_change (entry, table_name, row_id, before, after) VALUES ((SELECT max(seq) FROM entry), 'issue', NEW.id, json_object('id', OLD.id, 'year', OLD.year, 'number', OLD.number, 'title', OLD.title, 'category_id', OLD.category_id, 'place', OLD.place, 'building_id', OLD.building_id, 'household_id', OLD.household_id, 'reporter', OLD.reporter, 'reporter_phone', OLD.reporter_phone, 'channel', OLD.channel, 'urgency', OLD.urgency, 'private', OLD.private, 'status', OLD.status, 'reported_at', OLD.reported_at, 'due_on', OLD.due_on, 'steward_id', OLD.steward_id, 'handler', OLD.handler, 'closed_at', OLD.closed_at, 'result', OLD.result, 'satisfaction', OLD.satisfaction, 'removed_at', OLD.removed_at), json_object('id', NEW.id, 'year', NEW.year, 'number', NEW.number, 'title', NEW.title, 'category_id', NEW.category_id, 'place', NEW.place, 'building_id', NEW.building_id, 'household_id', NEW.household_id, 'reporter', NEW.reporter, 'reporter_phone', NEW.reporter_phone, 'channel', NEW.channel, 'urgency', NEW.urgency, 'private', NEW.private, 'status', NEW.status, 'reported_at', NEW.reported_at, 'due_on', NEW.due_on, 'steward_id', NEW.steward_id, 'handler', NEW.handler, 'closed_at', NEW.closed_at, 'result', NEW.result, 'satisfaction', NEW.satisfaction, 'removed_at', NEW.removed_at)); END;
CREATE TRIGGER history_issue_delete AFTER DELETE ON issue  BEGIN
INSERT INTO row_change (entry, table_name, row_id, before, after) VALUES ((SELECT max(seq) FROM entry), 'issue', OLD.id, json_object('id', OLD.id, 'year', OLD.year, 'number', OLD.number, 'title', OLD.title, 'category_id', OLD.category_id, 'place', OLD.place, 'building_id', OLD.building_id, 'household_id', OLD.household_id, 'reporter', OLD.reporter, 'reporter_phone', OLD.reporter_phone, 'channel', OLD.channel, 'urgency', OLD.urgency, 'private', OLD.private, 'status', OLD.status, 'reported_at', OLD.reported_at, 'due_on', OLD.due_on, 'steward_id', OLD.steward_id, 'handler', OLD.handler, 'closed_at', OLD.closed_at, 'result', OLD.result, 'satisfaction', OLD.satisfaction, 'removed_at', OLD.removed_at), NULL); END;
CREATE TRIGGER history_issue_event_insert AFTER INSERT ON issue_event  BEGIN
INSERT INTO row_change (entry, table_name, row_id, before, after) VALUES ((SELECT max(seq) FROM entry), 'issue_event', NEW.id, NULL, json_object('id', NEW.id, 'issue_id', NEW.issue_id, 'at', NEW.at, 'kind', NEW.kind, 'from_status', NEW.from_status, 'to_status', NEW.to_status, 'satisfaction', NEW.satisfaction, 'person_id', NEW.person_id, 'note', NEW.note, 'user', NEW.user)); END;
CREATE TRIGGER history_issue_event_update AFTER UPDATE ON issue_event WHEN OLD.id IS NOT NEW.id OR OLD.issue_id IS NOT NEW.issue_id OR OLD.at IS NOT NEW.at OR OLD.kind IS NOT NEW.kind OR OLD.from_status IS NOT NEW.from_status OR OLD.to_status IS NOT NEW.to_status OR OLD.satisfaction IS NOT NEW.satisfaction OR OLD.person_id IS NOT NEW.person_id OR OLD.note IS NOT NEW.note OR OLD.user IS NOT NEW.user BEGIN
INSERT INTO row_change (entry, table_name, row_id, before, after) VALUES ((SELECT max(seq) FROM entry), 'issue_event', NEW.id, json_object('id', OLD.id, 'issue_id', OLD.issue_id, 'at', OLD.at, 'kind', OLD.kind, 'from_status', OLD.from_status, 'to_status', OLD.to_status, 'satisfaction', OLD.satisfaction, 'person_id', OLD.person_id, 'note', OLD.note, 'user', OLD.user), json_object('id', NEW.id, 'issue_id', NEW.issue_id, 'at', NEW.at, 'kind', NEW.kind, 'from_status', NEW.from_status, 'to_status', NEW.to_status, 'satisfaction', NEW.satisfaction, 'person_id', NEW.person_id, 'note', NEW.note, 'user', NEW.user)); END;
CREATE TRIGGER history_issue_event_delete AFTER DELETE ON issue_event  BEGIN
INSERT INTO row_change (entry, table_name, row_id, before, after) VALUES ((SELECT max(seq) FROM entry), 'issue_event', OLD.id, json_object('id', OLD.id, 'issue_id', OLD.issue_id, 'at', OLD.at, 'kind', OLD.kind, 'from_status', OLD.from_status, 'to_status', OLD.to_status, 'satisfaction', OLD.satisfaction, 'person_id', OLD.person_id, 'note', OLD.note, 'user', OLD.user), NULL); END;
CREATE TRIGGER history_meeting_insert AFTER INSERT ON meeting  BEGIN
INSERT INTO row_change (entry, table_name, row_id, before, after) VALUES ((SELECT max(seq) FROM entry), 'meeting', NEW.id, NULL, json_object('id', NEW.id, 'number', NEW.number, 'type', NEW.type, 'title', NEW.title, 'held_at', NEW.held_at, 'ended_at', NEW.ended_at, 'place', NEW.place, 'chair', NEW.chair, 'recorder', NEW.recorder, 'note', NEW.note, 'removed_at', NEW.removed_at)); END;
CREATE TRIGGER history_meeting_update AFTER UPDATE ON meeting WHEN OLD.id IS NOT NEW.id OR OLD.number IS NOT NEW.number OR OLD.type IS NOT NEW.type OR OLD.title IS NOT NEW.title OR OLD.held_at IS NOT NEW.held_at OR OLD.ended_at IS NOT NEW.ended_at OR OLD.place IS NOT NEW.place OR OLD.chair IS NOT NEW.chair OR OLD.recorder IS NOT NEW.recorder OR OLD.note IS NOT NEW.note OR OLD.removed_at IS NOT NEW.removed_at BEGIN
INSERT INTO row_change (entry, table_name, row_id, before, after) VALUES ((SELECT max(seq) FROM entry), 'meeting', NEW.id, json_object('id', OLD.id, 'number', OLD.number, 'type', OLD.type, 'title', OLD.title, 'held_at', OLD.held_at, 'ended_at', OLD.ended_at, 'place', OLD.place, 'chair', OLD.chair, 'recorder', OLD.recorder, 'note', OLD.note, 'removed_at', OLD.removed_at), json_object('id', NEW.id, 'number', NEW.number, 'type', NEW.type, 'title', NEW.title, 'held_at', NEW.held_at, 'ended_at', NEW.ended_at, 'place', NEW.place, 'chair', NEW.chair, 'recorder', NEW.recorder, 'note', NEW.note, 'removed_at', NEW.removed_at)); END;
CREATE TRIGGER history_meeting_delete AFTER DELETE ON meeting  BEGIN
INSERT INTO row_change (entry, table_name, row_id, before, after) VALUES ((SELECT max(seq) FROM entry), 'meeting', OLD.id, json_object('id', OLD.id, 'number', OLD.number, 'type', OLD.type, 'title', OLD.title, 'held_at', OLD.held_at, 'ended_at', OLD.ended_at, 'place', OLD.place, 'chair', OLD.chair, 'recorder', OLD.recorder, 'note', OLD.note, 'removed_at', OLD.removed_at), NULL); END;
CREATE TRIGGER history_agenda_item_insert AFTER INSERT ON agenda_item  BEGIN
INSERT INTO row_change (entry, table_name, row_id, before, after) VALUES ((SELECT max(seq) FROM entry), 'agenda_item', NEW.id, NULL, json_object('id', NEW.id, 'meeting_id', NEW.meeting_id, 'position', NEW.position, 'title', NEW.title, 'note', NEW.note, 'removed_at', NEW.removed_at)); END;
CREATE TRIGGER history_agenda_item_update AFTER UPDATE ON agenda_item WHEN OLD.id IS NOT NEW.id OR OLD.meeting_id IS NOT NEW.meeting_id OR OLD.position IS NOT NEW.position OR OLD.title IS NOT NEW.title OR OLD.note IS NOT NEW.note OR OLD.removed_at IS NOT NEW.removed_at BEGIN
INSERT INTO row_change (entry, table_name, row_id, before, after) VALUES ((SELECT max(seq) FROM entry), 'agenda_item', NEW.id, json_object('id', OLD.id, 'meeting_id', OLD.meeting_id, 'position', OLD.position, 'title', OLD.title, 'note', OLD.note, 'removed_at', OLD.removed_at), json_object('id', NEW.id, 'meeting_id', NEW.meeting_id, 'position', NEW.position, 'title', NEW.title, 'note', NEW.note, 'removed_at', NEW.removed_at)); END;
CREATE TRIGGER history_agenda_item_delete AFTER DELETE ON agenda_item  BEGIN
INSERT INTO row_change (entry, table_name, row_id, before, after) VALUES ((SELECT max(seq) FROM entry), 'agenda_item', OLD.id, json_object('id', OLD.id, 'meeting_id', OLD.meeting_id, 'position', OLD.position, 'title', OLD.title, 'note', OLD.note, 'removed_at', OLD.removed_at), NULL); END;
CREATE TRIGGER history_attendance_insert AFTER INSERT ON attendance  BEGIN
INSERT INTO row_change (entry, table_name, row_id, before, after) VALUES ((SELECT max(seq) FROM entry), 'attendance', NEW.id, NULL, json_object('id', NEW.id, 'meeting_id', NEW.meeting_id, 'person_id', NEW.person_id, 'name', NEW.name, 'state', NEW.state, 'reason', NEW.reason, 'removed_at', NEW.removed_at)); END;
CREATE TRIGGER history_attendance_update AFTER UPDATE ON attendance WHEN OLD.id IS NOT NEW.id OR OLD.meeting_id IS NOT NEW.meeting_id OR OLD.person_id IS NOT NEW.person_id OR OLD.name IS NOT NEW.name OR OLD.state IS NOT NEW.state OR OLD.reason IS NOT NEW.reason OR OLD.removed_at IS NOT NEW.removed_at BEGIN
INSERT INTO row_change (entry, table_name, row_id, before, after) VALUES ((SELECT max(seq) FROM entry), 'attendance', NEW.id, json_object('id', OLD.id, 'meeting_id', OLD.meeting_id, 'person_id', OLD.person_id, 'name', OLD.name, 'state', OLD.state, 'reason', OLD.reason, 'removed_at', OLD.removed_at), json_object('id', NEW.id, 'meeting_id', NEW.meeting_id, 'person_id', NEW.person_id, 'name', NEW.name, 'state', NEW.state, 'reason', NEW.reason, 'removed_at', NEW.removed_at)); END;
CREATE TRIGGER history_attendance_delete AFTER DELETE ON attendance  BEGIN
INSERT INTO row_change (entry, table_name, row_id, before, after) VALUES ((SELECT max(seq) FROM entry), 'attendance', OLD.id, json_object('id', OLD.id, 'meeting_id', OLD.meeting_id, 'person_id', OLD.person_id, 'name', OLD.name, 'state', OLD.state, 'reason', OLD.reason, 'removed_at', OLD.removed_at), NULL); END;
CREATE TRIGGER history_resolution_insert AFTER INSERT ON resolution  BEGIN
INSERT INTO row_change (entry, table_name, row_id, before, after) VALUES ((SELECT max(seq) FROM entry), 'resolution', NEW.id, NULL, json_object('id', NEW.id, 'meeting_id', NEW.meeting_id, 'item_id', NEW.item_id, 'number', NEW.number, 'text', NEW.text, 'owner', NEW.owner, 'due_on', NEW.due_on, 'removed_at', NEW.removed_at)); END;
CREATE TRIGGER history_resolution_update AFTER UPDATE ON resolution WHEN OLD.id IS NOT NEW.id OR OLD.meeting_id IS NOT NEW.meeting_id OR OLD.item_id IS NOT NEW.item_id OR OLD.number IS NOT NEW.number OR OLD.text IS NOT NEW.text OR OLD.owner IS NOT NEW.owner OR OLD.due_on IS NOT NEW.due_on OR OLD.removed_at IS NOT NEW.removed_at BEGIN
INSERT INTO row_change (entry, table_name, row_id, before, after) VALUES ((SELECT max(seq) FROM entry), 'resolution', NEW.id, json_object('id', OLD.id, 'meeting_id', OLD.meeting_id, 'item_id', OLD.item_id, 'number', OLD.number, 'text', OLD.text, 'owner', OLD.owner, 'due_on', OLD.due_on, 'removed_at', OLD.removed_at), json_object('id', NEW.id, 'meeting_id', NEW.meeting_id, 'item_id', NEW.item_id, 'number', NEW.number, 'text', NEW.text, 'owner', NEW.owner, 'due_on', NEW.due_on, 'removed_at', NEW.removed_at)); END;
CREATE TRIGGER history_resolution_delete AFTER DELETE ON resolution  BEGIN
INSERT INTO row_change (entry, table_name, row_id, before, after) VALUES ((SELECT max(seq) FROM entry), 'resolution', OLD.id, json_object('id', OLD.id, 'meeting_id', OLD.meeting_id, 'item_id', OLD.item_id, 'number', OLD.number, 'text', OLD.text, 'owner', OLD.owner, 'due_on', OLD.due_on, 'removed_at', OLD.removed_at), NULL); END;
CREATE TRIGGER history_plan_insert AFTER INSERT ON plan  BEGIN
INSERT INTO row_change (entry, table_name, row_id, before, after) VALUES ((SELECT max(seq) FROM entry), 'plan', NEW.id, NULL, json_object('id', NEW.id, 'number', NEW.number, 'name', NEW.name, 'building_id', NEW.building_id, 'entrance', NEW.entrance, 'made_at', NEW.made_at, 'total', NEW.total, 'subsidy', NEW.subsidy, 'scheme', NEW.scheme, 'mode', NEW.mode, 'round_unit', NEW.round_unit, 'cap', NEW.cap, 'request', NEW.request, 'removed_at', NEW.removed_at)); END;
CREATE TRIGGER history_plan_update AFTER UPDATE ON plan WHEN OLD.id IS NOT NEW.id OR OLD.number IS NOT NEW.number OR OLD.name IS NOT NEW.name OR OLD.building_id IS NOT NEW.building_id OR OLD.entrance IS NOT NEW.entrance OR OLD.made_at IS NOT NEW.made_at OR OLD.total IS NOT NEW.total OR OLD.subsidy IS NOT NEW.subsidy OR OLD.scheme IS NOT NEW.scheme OR OLD.mode IS NOT NEW.mode OR OLD.round_unit IS NOT NEW.round_unit OR OLD.cap IS NOT NEW.cap OR OLD.request IS NOT NEW.request OR OLD.removed_at IS NOT NEW.removed_at BEGIN
INSERT INTO row_change (entry, table_name, row_id, before, after) VALUES ((SELECT max(seq) FROM entry), 'plan', NEW.id, json_object('id', OLD.id, 'number', OLD.number, 'name', OLD.name, 'building_id', OLD.building_id, 'entrance', OLD.entrance, 'made_at', OLD.made_at, 'total', OLD.total, 'subsidy', OLD.subsidy, 'scheme', OLD.scheme, 'mode', OLD.mode, 'round_unit', OLD.round_unit, 'cap', OLD.cap, 'request', OLD.request, 'removed_at', OLD.removed_at), json_object('id', NEW.id, 'number', NEW.number, 'name', NEW.name, 'building_id', NEW.building_id, 'entrance', NEW.entrance, 'made_at', NEW.made_at, 'total', NEW.total, 'subsidy', NEW.subsidy, 'scheme', NEW.scheme, 'mode', NEW.mode, 'round_unit', NEW.round_unit, 'cap', NEW.cap, 'request', NEW.request, 'removed_at', NEW.removed_at)); END;
CREATE TRIGGER history_plan_delete AFTER DELETE ON plan  BEGIN
INSERT INTO row_change (entry, table_name, row_id, before, after) VALUES ((SELECT max(seq) FROM entry), 'plan', OLD.id, json_object('id', OLD.id, 'number', OLD.number, 'name', OLD.name, 'building_id', OLD.building_id, 'entrance', OLD.entrance, 'made_at', OLD.made_at, 'total', OLD.total, 'subsidy', OLD.subsidy, 'scheme', OLD.scheme, 'mode', OLD.mode, 'round_unit', OLD.round_unit, 'cap', OLD.cap, 'request', OLD.request, 'removed_at', OLD.removed_at), NULL); END;
CREATE TRIGGER history_plan_share_insert AFTER INSERT ON plan_share  BEGIN
INSERT INTO row_change (entry, table_name, row_id, before, after) VALUES ((SELECT max(seq) FROM entry), 'plan_share', NEW.id, NULL, json_object('id', NEW.id, 'plan_id', NEW.plan_id, 'position', NEW.position, 'household_id', NEW.household_id, 'building', NEW.building, 'entrance', NEW.entrance, 'room', NEW.room, 'floor', NEW.floor, 'area', NEW.area, 'coefficient', NEW.coefficient, 'weight', NEW.weight, 'exact', NEW.exact, 'amount', NEW.amount, 'cap', NEW.cap, 'capped', NEW.capped, 'status', NEW.status)); END;
CREATE TRIGGER history_plan_share_update AFTER UPDATE ON plan_share WHEN OLD.id IS NOT NEW.id OR OLD.plan_id IS NOT NEW.plan_id OR OLD.position IS NOT NEW.position OR OLD.household_id IS NOT NEW.household_id OR OLD.building IS NOT NEW.building OR OLD.entrance IS NOT NEW.entrance OR OLD.room IS NOT NEW.room OR OLD.floor IS NOT NEW.floor OR OLD.area IS NOT NEW.area OR OLD.coefficient IS NOT NEW.coefficient OR OLD.weight IS NOT NEW.weight OR OLD.exact IS NOT NEW.exact OR OLD.amount IS NOT NEW.amount OR OLD.cap IS NOT NEW.cap OR OLD.capped IS NOT NEW.capped OR OLD.status IS NOT NEW.status BEGIN
INSERT INTO row_change (entry, table_name, row_id, before, after) VALUES ((SELECT max(seq) FROM entry), 'plan_share', NEW.id, json_object('id', OLD.id, 'plan_id', OLD.plan_id, 'position', OLD.position, 'household_id', OLD.household_id, 'building', OLD.building, 'entrance', OLD.entrance, 'room', OLD.room, 'floor', OLD.floor, 'area', OLD.area, 'coefficient', OLD.coefficient, 'weight', OLD.weight, 'exact', OLD.exact, 'amount', OLD.amount, 'cap', OLD.cap, 'capped', OLD.capped, 'status', OLD.status), json_object('id', NEW.id, 'plan_id', NEW.plan_id, 'position', NEW.position, 'household_id', NEW.household_id, 'building', NEW.building, 'entrance', NEW.entrance, 'room', NEW.room, 'floor', NEW.floor, 'area', NEW.area, 'coefficient', NEW.coefficient, 'weight', NEW.weight, 'exact', NEW.exact, 'amount', NEW.amount, 'cap', NEW.cap, 'capped', NEW.capped, 'status', NEW.status)); END;
CREATE TRIGGER history_plan_share_delete AFTER DELETE ON plan_share  BEGIN
INSERT INTO row_change (entry, table_name, row_id, before, after) VALUES ((SELECT max(seq) FROM entry), 'plan_share', OLD.id, json_object('id', OLD.id, 'plan_id', OLD.plan_id, 'position', OLD.position, 'household_id', OLD.household_id, 'building', OLD.building, 'entrance', OLD.entrance, 'room', OLD.room, 'floor', OLD.floor, 'area', OLD.area, 'coefficient', OLD.coefficient, 'weight', OLD.weight, 'exact', OLD.exact, 'amount', OLD.amount, 'cap', OLD.cap, 'capped', OLD.capped, 'status', OLD.status), NULL); END;
DELETE FROM "sqlite_sequence";
INSERT INTO "sqlite_sequence" VALUES('person',4);
INSERT INTO "sqlite_sequence" VALUES('member',3);
INSERT INTO "sqlite_sequence" VALUES('post',3);
INSERT INTO "sqlite_sequence" VALUES('building',1);
INSERT INTO "sqlite_sequence" VALUES('household',2);
INSERT INTO "sqlite_sequence" VALUES('ownership',2);
INSERT INTO "sqlite_sequence" VALUES('issue',2);
INSERT INTO "sqlite_sequence" VALUES('issue_event',4);
COMMIT;