/**
 * The one registry of everything that can go wrong between phone and functions. A caller switches on
 * `code`, never on `message`. `retry` says whether sending the same again can help:
 * `later` = yes, by itself after a while; `after-change` = only with other input; `never` = no.
 * A message says what happened, what is safe, and what to do.
 */
export const errors = {
  INVALID_INPUT: {
    retry: 'after-change',
    message: '有内容不符合要求,没有保存任何改动。请按提示修改后再试。',
  },
  UNKNOWN_ACTION: {
    retry: 'never',
    message: '这个版本的小程序已过时,请重新打开小程序。已保存的记录不受影响。',
  },
  NOT_SIGNED_IN: {
    retry: 'never',
    message: '没有取得您的微信身份。请从微信重新打开小程序,已保存的记录不受影响。',
  },
  NOT_ALLOWED: { retry: 'never', message: '您没有这项权限,没有做任何改动。如有疑问请联系平台负责人。' },
  NOT_FOUND: { retry: 'never', message: '没有找到这条内容,可能已被撤回。' },
  REVISION_CONFLICT: {
    retry: 'after-change',
    message: '这条记录已在别处修改过。您的版本仍在手机里,请对照后再提交。',
  },
  CONTENT_CONFLICT: {
    retry: 'after-change',
    message: '这条记录已在别处改成不同的内容。您的版本仍在手机里,请对照后再提交。',
  },
  RETURNED_MEANWHILE: {
    retry: 'after-change',
    message: '审核人在这期间退回了这条记录。您的修改仍在手机里,请看过退回原因后再提交。',
  },
  HASH_MISMATCH: { retry: 'later', message: '上传的内容不完整,已自动重试。手机里的记录不受影响。' },
  STATE_NOT_POSSIBLE: { retry: 'never', message: '这条记录现在的状态不能这样操作,请刷新后再看。' },
  REASON_REQUIRED: { retry: 'after-change', message: '请写明原因。' },
  HAS_SIGNS: { retry: 'never', message: '这条记录有需要留意的迹象,没有通过。请打开后单独审核。' },
  APPROVAL_CHANGED: {
    retry: 'after-change',
    message: '要通过的内容在这期间有变化，一条也没有通过。请刷新后重新核对数量再通过。',
  },
  NO_ATTENDANCES: {
    retry: 'never',
    message: '没有企业扫码或登记，也没有签到表照片，没有通过。请打开后单独审核。',
  },
  OWN_RECORD: { retry: 'never', message: '不能审核自己提交的记录,请由另一位审核人处理。' },
  INVITATION_UNKNOWN: { retry: 'after-change', message: '邀请码不对,请核对后再输。' },
  INVITATION_USED: { retry: 'after-change', message: '这个邀请码已被使用,请向平台负责人再要一个。' },
  INVITATION_EXPIRED: { retry: 'after-change', message: '这个邀请码已过期,请向平台负责人再要一个。' },
  ENTERPRISE_REQUIRED: { retry: 'after-change', message: '请先填写您代表的企业。' },
  TOKEN_UNKNOWN: { retry: 'never', message: '这个活动码无效。请扫描现场出示的活动码。' },
  TOKEN_REVOKED: { retry: 'never', message: '这个活动码已停用。请扫描现场最新的活动码。' },
  TOKEN_EXPIRED: { retry: 'never', message: '这个活动码已刷新。请重新扫描现场的活动码。' },
  TOKEN_REPLAYED: {
    retry: 'never',
    message: '这个活动码别人扫过,现已刷新,不能转用,没有为您的企业登记。如在现场,请扫描正在出示的活动码。',
  },
  TOKEN_NOT_YET_OPEN: { retry: 'later', message: '活动还没有开始确认,请稍后再扫。' },
  TOKEN_CLOSED: { retry: 'never', message: '确认时间已过。如确实参加了活动,请联系现场工作人员登记。' },
  RATE_LIMITED: { retry: 'later', message: '操作太频繁,请稍等一分钟再试。' },
  RESULT_FROZEN: { retry: 'never', message: '这一期结果已冻结,不能重算。需要更正时请写明原因另出更正结果。' },
  RUN_UNDER_WAY: {
    retry: 'later',
    message: '这一期正在计算,没有重复开始。已算好的都已保存,请稍后查看进度。',
  },
  OBJECTION_CLOSED: {
    retry: 'never',
    message: '这一期的公示时间已过,不再受理异议,没有提交。如有新的情况请直接联系省平台。',
  },
  CALENDAR_UNKNOWN: {
    retry: 'never',
    message: '系统里还没有这一年的节假日安排,不能推算工作日,没有保存任何改动。请联系管理员更新后再试。',
  },
  PERIOD_NOT_COVERED: { retry: 'never', message: '这一时期没有生效的评价指标体系。' },
  PHOTO_MISMATCH: { retry: 'later', message: '照片没有传完整,将自动重传。' },
  TOO_LARGE: { retry: 'after-change', message: '内容太大,没有上传。请减少内容后再试。' },
  // Neither says that nothing was saved: the answer to a commit may be lost, and a batch may have been done in part.
  UNAVAILABLE: {
    retry: 'later',
    message: '服务暂时不可用,可能没有保存。手机里的记录会自动重试;其他操作请稍后再试,不会重复计算。',
  },
  INTERNAL: {
    retry: 'later',
    message: '服务出了差错,可能没有保存。手机里的记录会自动重试;其他操作请稍后再试,不会重复计算。',
  },
} as const satisfies Record<string, { retry: 'never' | 'later' | 'after-change'; message: string }>

export type ErrorCode = keyof typeof errors
export type Retry = (typeof errors)[ErrorCode]['retry']
/** Messages for single fields, by path such as `payload.endsAt`. */
export type FieldMessages = Record<string, string>

/** A failure that a person is told about. Thrown by handlers and commands; its transaction is rolled back. */
export class Refusal extends Error {
  readonly code: ErrorCode
  readonly fields: FieldMessages | undefined
  /** On the phone: the call, as the function's log names it. */
  readonly requestId: string | undefined

  constructor(
    code: ErrorCode,
    options: { message?: string; fields?: FieldMessages; requestId?: string } = {},
  ) {
    super(options.message ?? errors[code].message)
    this.name = 'Refusal'
    this.code = code
    this.fields = options.fields
    this.requestId = options.requestId
  }

  get retry(): Retry {
    return errors[this.code].retry
  }
}
