"""Surnames, those of two characters too (`欧阳`), and what people are called after them."""

from __future__ import annotations

from typing import Final

DOUBLE_SURNAMES: Final = frozenset({
    "欧阳", "司马", "上官", "诸葛", "东方", "皇甫", "尉迟", "公孙", "慕容",
    "司徒", "夏侯", "令狐", "长孙", "宇文", "端木", "南宫", "独孤", "司空",
    "百里", "东郭", "西门", "拓跋", "钟离", "闻人", "澹台", "公冶", "淳于",
    "单于", "太史", "申屠", "轩辕", "呼延", "万俟",
})  # fmt: skip

SURNAMES: Final = (
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘蒋蔡余杜叶程苏魏"
    "吕丁任沈姚卢姜崔钟谭陆汪范石廖贾韦傅付邹熊孟秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵钱严武"
    "戴莫孔汤万白常赖康施洪翁倪柯樊颜岳俞梅庄辛齐伍庞阮温芦殷牛葛游詹涂翟凌耿聂焦安鲁向祝柳邢"
    "章欧路包童华骆霍甘古卓裘申于高方文简饶褚左连应卞季纪柴盛尤缪宁蓝关苗卜房甄池练官薄符项屈"
    "蒲裴覃邬晏娄靳谷艾牟滕木丘刁凡晋强鄢荣沙佟佘祁危穆巩宗麦喻费阎闵邝苟蒙桂揭窦茅虞卫郁鞠尚"
    "阳冉潭仇查巴冀敖郎咸仲匡鲍丛訾展揣粟封肇乔毕易舒臧曲戚岑隋狄米栾柏闻荆燕司谌奚邸冼蔺郜阚"
    "禹亓郗逄麻敬楚滑"
)
"""Those told beside other words, the most frequent first; what is a word itself is left out."""

ALONE: Final = frozenset(SURNAMES + "金夏成时商阙景昌元党辜巫湛竺诸桑帅解盖朴乐")
"""Surnames where a text is a name or none: ordinary words are surnames too."""

COMMONEST: Final = frozenset(SURNAMES[:49])
"""Surnames that are told within a longer name of a firm: 榕城印务王芳."""

SOUNDS: Final = {
    "曾": "zeng", "单": "shan", "解": "xie", "仇": "qiu", "区": "ou", "查": "zha", "任": "ren",
    "盖": "ge", "朴": "piao", "乐": "yue", "覃": "qin", "缪": "miao", "翟": "zhai", "召": "shao",
    "华": "hua", "燕": "yan", "葛": "ge", "过": "guo", "洗": "xian", "冼": "xian", "员": "yun",
    "种": "chong", "重": "chong", "折": "she", "纪": "ji", "宁": "ning", "尉": "wei", "黑": "he",
    "晟": "cheng", "繁": "po", "能": "nai", "秘": "bi", "逄": "pang", "幺": "yao", "么": "yao",
    "万俟": "mo qi", "尉迟": "yu chi", "长孙": "zhang sun", "澹台": "tan tai", "单于": "chan yu",
}  # fmt: skip
"""Surnames that do not sound as the character usually does (《通用规范汉字字典》)."""

TITLES: Final = (
    "先生", "女士", "小姐", "阿姨", "大爷", "大妈", "大叔", "大伯", "奶奶", "爷爷", "叔叔", "伯伯",
    "婆婆", "师傅", "老师",
)  # fmt: skip
"""What people are called, after a surname and after a whole name, in a sentence too."""
KIN: Final = ("姐", "哥", "叔", "婶", "伯", "嫂")
"""What people are called after a surname alone."""
TITLED: Final = "|".join((
    "同志", "医生", "律师", "老板", "经理", "主任", "书记", "会长", "队长", "局长", "科长", "处长",
    "所长", "院长", "校长", "嫂子", *TITLES, *KIN, "某某", "某",
))  # fmt: skip
"""What follows a surname where the whole text is a name: offices and callings too."""
