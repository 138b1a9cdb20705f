/** What in a line is the name of an enterprise: found by what it is, never by how long it is. */
import { halfWidth } from '../../shared/records'

/** What names of enterprises end with. The first kind is never anything else. */
const SURE =
  /(?:公司|集团|合作社|合作联社|事务所|合伙企业|个人独资企业|研究院|研究所|设计院|医院|卫生院|学院|大学|中学|小学|学校|幼儿园|协会|商会|学会|联合会|促进会|基金会|银行|分行|支行|商行|经营部|门市部|服务部|营业部|工作室|工厂|农场|俱乐部|律所)$/
const LIKELY =
  /(?:[厂店社馆坊铺堂吧场庄行部站局院所会]|中心|联盟|诊所|药房|超市|酒店|宾馆|餐厅|饭店|酒楼|实业|股份|委员会|办事处|代表处|管委会)$/
const PLACE =
  /(?:[省市区县镇乡村路街道巷弄号栋幢座楼层室组]|大道|大厦|广场|小区|园区|单元)$|[路街道巷弄]\s*\d+|\d+\s*(?:号|栋|幢|座|楼|层|室|单元)/
const TITLE =
  /(?:经理|总监|[董理监]事|负责人|会计|出纳|专员|主管|主任|秘书|[厂店院校社会行所站馆科处局部组班]长|工程师|法人|代表人?|总裁|书记|助理|顾问|老板|职员|员工|技术员|联系人|先生|女士|老师|财务部?|办公室|[行市人]\S{1,3}部)$/
const TYPE =
  /^(?:其他)?(?:股份)?有限(?:责任)?公司(?:\(.*\))?$|^(?:分公司|总公司|公司|集团|协会|银行|个体工商户|个体户|合作社|合伙企业|个人独资企业|(?:民营|国有|私营|外资|小微|中小|微型|小型|中型|大型|规上)企业)$|(?:[^实]|^)业$/
const WORDS =
  /^(?:是|否|男|女|有|无|已?签到|已到|未到|到会|参会|出席|备注|盖章|公章|签字|签章|序号|合计|总计|普票|专票|开户行|地址|电话|手机|职务|姓名|参加|已参加)$/
const SURNAMES =
  '王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩冯邓曹彭曾肖萧田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付傅方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤易温康施文牛樊葛邢安齐伍庞颜倪庄聂章鲁岳翟殷詹申欧耿关兰焦俞左柳甘祝包宁尚符舒阮柯纪梅童凌毕单季裴霍涂成苗谷盛曲翁冉骆蓝路游辛靳管柴蒙鲍华喻祁蒲房滕屈饶解牟艾尤阳时穆农司卓古吉缪简车项连芦麦褚娄窦戚岑景党宫费卜冷晏席卫米柏宗瞿桂全佟应臧闵苟邬边卞姬师和仇栾隋商刁沙荣巫寇桑郎甄丛仲虞敖巩明佘池查麻苑迟邝'
const PERSON = new RegExp(
  `^(?:[${SURNAMES}][\\u4E00-\\u9FFF]{1,2}|(?:欧阳|司马|上官|诸葛|夏侯|皇甫|尉迟|公孙|慕容|令狐|司徒|端木)[\\u4E00-\\u9FFF]{1,2}|[\\u4E00-\\u9FFF]{2,6}\\u00B7[\\u4E00-\\u9FFF]{2,6})$`,
)
const LATIN =
  /[A-Za-z0-9][A-Za-z0-9 .,&'()-]*?(?:Co\.?\s*,?\s*Ltd|Pte\.?\s*Ltd|Ltd|Limited|Incorporated|Inc|LLC|Corporation|Corp|GmbH|Company|PLC|S\.A|B\.V)\b\.?/i

const NAME_LABEL =
  /^(?:(?:企业|单位|公司|纳税人|商户|机构|购方|销方|开票|发票)?(?:全称|名\s*称|抬头)|公司名|店名|企业|单位|公司)(?:\(.*?\))?\s*:\s*|^(?:(?:企业|单位|公司|纳税人|商户)?(?:全称|名称))\s*/
const OTHER_LABEL =
  /^(?:联系人|联系电话|联系方式|法定代表人|法人|负责人|经营者|投资人|地址|住所|经营场所|注册地址|电话|手机|邮箱|开户行|开户银行|账号|帐号|经营范围|注册资本|类型|企业类型|行业|成立日期|登记机关|姓名|职务|日期|时间|身份证号?码?|备注)\s*(?:$|:)/
const CODE_LABEL =
  /统一社会信用代码(?:证?号码?)?|(?:社会)?信用代码|纳税人识别号|组织机构代码|税号|代码(?=\s*(?::|$))/g

/** Numbering before a name: 1. 1、 (1) ① 一、 No.1 第1家 */
const NUMBERING =
  /^\s*(?:[\u2460-\u249B\u24EA\u3220-\u3229\u3280-\u3289]|(?:No\.?|#|\u2116)\s*\d{1,4}[.:\u3001)]?|\(\s*(?:\d{1,4}|[一二三四五六七八九十百]{1,4})\s*\)|(?:\d{1,4}|[一二三四五六七八九十百]{1,4})\s*(?:[\u3001):]|\.(?!\d))|\d{1,4}(?=\s)|第\d{1,4}[家行])[.\u3001]?\s*/i

const MASKS = [
  /https?:\S+/gi,
  /[\w.+-]+@[\w.-]+/g,
  /\d{4}\s*[-/.年]\s*\d{1,2}(?:\s*[-/.月]\s*\d{1,2}\s*日?)?(?:\s*\d{1,2}:\d{2}(?::\d{2})?)?/g,
  /\d{1,2}月\d{1,2}日/g,
  /[\d,.]+\s*万?元/g,
  /(?:\+?86[- ]?)?1\d{10}/g,
  /0\d{2,3}-\d{7,8}/g,
  /(?:\d[ -]?){10,}[\dXx]?/g,
]

/**
 * The name of an enterprise in a text out of which the code was taken (a tab stands there); '' if there is none.
 * Brackets stay as they were written.
 */
export function nameIn(text: string): string {
  // Every step keeps the length, so that what is found in the half-width twin is cut out of the text itself.
  let half = halfWidth(text).replace(/[\uFE55\u2236]/g, ':')
  const mask = (pattern: RegExp) => (half = half.replace(pattern, (found) => '\t'.repeat(found.length)))
  for (const pattern of MASKS) mask(pattern)
  mask(CODE_LABEL)
  const latin = LATIN.exec(half.replace(NUMBERING, (found) => '\t'.repeat(found.length)))
  if (latin && !/[\u4E00-\u9FFF]/.test(latin[0])) return text.substr(latin.index, latin[0].length).trim()
  return best(pieces(text, half))
}

type Piece = { text: string; half: string; labelled: boolean }

function pieces(text: string, half: string): Piece[] {
  const found: Piece[] = []
  let ofOther = false
  // A label and what it says stand together; columns, sentences and spaces part the rest.
  const spread = half.replace(/\s*:\s*/g, (colon) => ':'.padEnd(colon.length, ':'))
  for (const { 0: part, index } of spread.matchAll(/[^\t\n\r,;|/\u3001\u3002 +_\u2014-]+/g)) {
    const said = part.replace(/:+/g, ':')
    if (OTHER_LABEL.test(said)) {
      ofOther = /^[^:]*:?$/.test(said)
      continue
    }
    if (!ofOther) found.push(cleaned(text.substr(index, part.length), half.substr(index, part.length)))
    ofOther = false
  }
  return found.filter((piece) => piece.half !== '')
}

function cleaned(text: string, half: string): Piece {
  const piece = { text, half, labelled: false }
  const cut = (pattern: RegExp): boolean => {
    const found = pattern.exec(piece.half)
    if (!found || found[0] === '') return false
    piece.text = piece.text.slice(found[0].length)
    piece.half = piece.half.slice(found[0].length)
    return true
  }
  cut(NUMBERING)
  cut(/^[\s"'\u201C\u201D\u300A\u300B\u3010\u3011[\]*\u2022.:]+/)
  piece.labelled = cut(NAME_LABEL)
  cut(/^[\s:)]+/)
  // What stands in brackets behind a name belongs to it, but for people, numbers and seals; an open one was the code's.
  const tail = /(?:\(([^()]*)\)?|\)|[\s"'\u201C\u201D\u300B\u3011\]:.]+)$/
  for (let end = tail.exec(piece.half); end; end = tail.exec(piece.half)) {
    const inside = end[1]
    const belongs = inside !== undefined && inside !== '' && end[0].endsWith(')') && !isOther(inside)
    if (belongs) break
    const isOpened = end[0] === ')' && piece.half.split('(').length === piece.half.split(')').length
    if (isOpened) break
    piece.text = piece.text.slice(0, end.index)
    piece.half = piece.half.slice(0, end.index)
  }
  return piece
}

const isOther = (half: string) =>
  PERSON.test(half) || TITLE.test(half) || WORDS.test(half) || /\d{5}/.test(half)

/** How surely it is a name: 0 for what is certainly something else. */
function sureness({ half, labelled }: Piece): number {
  const stem = half.replace(/\([^()]*\)$/, '')
  if (!/\p{L}/u.test(half) || TYPE.test(half) || WORDS.test(half)) return 0
  if (SURE.test(stem)) return 4 + Number(labelled)
  if (labelled) return 4
  if (isOther(half)) return 0
  if (PLACE.test(stem)) return 0
  if (LIKELY.test(stem)) return 3
  return [...half].length >= 4 ? 1 : 0
}

/** The surest; of equals the first. A place or title glued to a sure name leaves the name. */
function best(found: readonly Piece[]): string {
  let most = 0
  let name = ''
  for (const piece of found.flatMap(withoutTail)) {
    const sure = sureness(piece)
    if (sure > most) [most, name] = [sure, piece.text.trim()]
  }
  return name
}

function withoutTail(piece: Piece): Piece[] {
  const glued = /^(.{4,}(?:公司|合作社|事务所|医院|支行))([^()]{2,})$/.exec(piece.half)
  const [, front = '', rest = ''] = glued ?? []
  if (!isOther(rest)) return [piece]
  return [{ ...piece, text: piece.text.slice(0, front.length), half: front }]
}
