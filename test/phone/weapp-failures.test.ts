import { cloudFailure } from '../../src/phone/platform/weapp-failures'
import { weappFiles } from '../../src/phone/platform/weapp-files'

let refusal: unknown
let networkType = 'wifi'

jest.mock('@tarojs/taro', () => ({
  env: { USER_DATA_PATH: 'wxfile://usr' },
  cloud: { uploadFile: () => Promise.reject(refusal) },
  getNetworkType: () => Promise.resolve({ networkType }),
}))

/** As WeChat's devices throw them. */
const thrown = (errMsg: string, errCode = -1) => Object.assign(new Error(errMsg), { errCode, errMsg })

describe('what WeChat throws', () => {
  test.each([
    [
      'no network',
      thrown('cloud.callFunction:fail request:fail 似乎已断开与互联网的连接。'),
      false,
      'offline',
    ],
    ['no network, called a fault of its own by WeChat', thrown('request:fail', -601_001), false, 'offline'],
    ['no network, said by nothing but the phone', 'uploadFile:fail', false, 'offline'],
    [
      'a network that leads nowhere',
      thrown('cloud.uploadFile:fail request:fail ssl hand shake error'),
      true,
      'foreign',
    ],
    ['WeChat cannot reach the cloud', thrown('system network error', -601_003), true, 'foreign'],
    ['a time-out', thrown('cloud.callFunction:fail Error: request:fail timeout'), true, 'timeout'],
    ['a time-out in Chinese', { errMsg: 'uploadFile:fail 请求超时。' }, true, 'timeout'],
    ['no end of asking for the result', thrown('exceed max poll retry', -404_012), true, 'timeout'],
    [
      'a function that took too long',
      thrown(
        'errCode: -504003 functions execute fail | errMsg: Invoking task timed out after 3 seconds',
        -504_003,
      ),
      true,
      'timeout',
    ],
    ['too many at once', thrown('exceed concurrent request limit', -501_004), true, 'busy'],
    [
      'too many uploads at once',
      thrown('uploadFile:fail exceed max upload connection count 10'),
      true,
      'busy',
    ],
    ['a function that died', thrown('cloud function execution error', -404_011), true, 'busy'],
    ['a file store that fails', thrown('storage request fail', -503_001), true, 'busy'],
    [
      'no such environment',
      thrown('errCode: -501000 | errMsg: [100003] env not exists (callId: 1771298316028-0.4913)', -501_000),
      true,
      'closed',
    ],
    [
      'no such function',
      thrown(
        'requestID 4ee35948-502d-4300-9476-a9ef5ccd40af, cloud function service error code -501000, error message FunctionName parameter could not be found.',
        -404_011,
      ),
      true,
      'closed',
    ],
    ['a file store that does not let it in', thrown('storage permission denied', -503_002), true, 'closed'],
    ['an environment that belongs to another', thrown('unauthorized env', -601_012), true, 'closed'],
  ])('is told as what it was: %s', (_, failure, online, fault) => {
    expect(cloudFailure(failure, online).fault).toBe(fault)
  })
})

test('a picture that the cloud does not let in is not told as one without network', async () => {
  refusal = thrown('storage permission denied', -503_002)
  const upload = () => weappFiles.upload('a-photo', new Uint8Array([1]))
  await expect(upload()).rejects.toThrow(/云端.*手机里的记录是安全的.*请联系管理员/)
  networkType = 'none'
  refusal = thrown('uploadFile:fail')
  await expect(upload()).rejects.toThrow('没有网络')
})
