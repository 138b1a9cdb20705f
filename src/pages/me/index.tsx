/** 我的: who I am and for whom I work, what waits for me, my enterprise and its participations. */
import Taro, { useDidShow } from '@tarojs/taro'
import { View } from '@tarojs/components'
import { session, useAsk, useSession, useUnsent, useUnsentEntries } from '../../phone'
import { count } from '../../components/figures'
import ListRow from '../../components/list-row'
import Notice from '../../components/notice'
import PageFrame, { failureOf } from '../../components/page-frame'
import { useRecordsBadge } from '../../components/records-badge'
import SectionCard from '../../components/section-card'
import Tag from '../../components/tag'
import { membershipTitle } from '../../components/words'
import { roleTitles, type Me } from '../../shared/contract'
import About from './about'
import Enterprise from './enterprise'
import Invite from './invite'
import Join from './join'
import PreviewPeople from './preview-people'
import './index.scss'

const Preview = process.env.TARO_ENV === 'weapp' ? null : PreviewPeople
const CLOCK_MINUTES = 10

export default function MePage() {
  const { status, me, fetchedAt, failure, clockAheadMinutes } = useSession()
  useDidShow(() => void session.refresh())
  useRecordsBadge()
  const failed = failure == null ? null : failureOf(failure)
  const ahead = Math.abs(clockAheadMinutes)
  return (
    <PageFrame
      loading={status === 'loading'}
      failure={me || status === 'loading' || Preview === null ? failed : null}
      asOf={status === 'offline' ? fetchedAt : null}
      onRetry={() => void session.refresh()}
    >
      {(me || Preview) && (
        <>
          {!me && failed && (
            <Notice tone="amber">
              {failed.code === 'NOT_SIGNED_IN'
                ? '请在下面选一个示例身份。'
                : `${failed.title}。请在下面选一个示例身份,或稍后再试。`}
            </Notice>
          )}
          {me && ahead >= CLOCK_MINUTES && (
            <Notice tone="amber">
              手机时钟比标准时间{clockAheadMinutes > 0 ? '快' : '慢'} {ahead} 分钟,请打开“自动设置时间”。
            </Notice>
          )}
          {me && <Mine me={me} />}
          {Preview && <Preview />}
          <About />
        </>
      )}
    </PageFrame>
  )
}

function Mine({ me }: { me: Me }) {
  const { membership } = useSession()
  const unsent = useUnsent()
  const entered = useUnsentEntries()
  // One that was refused asks for the person.
  const entry = entered.find(({ failure }) => failure !== null) ?? entered[0]
  const reviews = me.memberships.some(({ role }) => role === 'reviewer' || role === 'province')
  const asked = useAsk('session', 'platforms', membership?.role === 'reviewer' ? {} : null)
  const overseen = asked.data?.platforms ?? []
  const works = me.memberships.some(({ role }) => role === 'staff' || role === 'manager')
  return (
    <>
      <View className="me-head">
        <View className="me-name">{me.name === '' ? '您好' : me.name}</View>
        <View className="me-quiet">
          {membership ? membershipTitle(membership, overseen) : '还没有加入平台'}
        </View>
      </View>
      {(works || reviews) && (
        <SectionCard>
          {works && (
            <ListRow
              title="待上传的记录"
              note={unsent === 0 ? '都已上传' : '联网后自动上传'}
              value={unsent === 0 ? '0 条' : <Tag tone="amber">{count(unsent, '条')}</Tag>}
              onTap={() => void Taro.switchTab({ url: '/pages/records/index' })}
            />
          )}
          {entry && (
            <ListRow
              title="待上传的参与企业"
              note={entry.failure ? '有的没有登记成,请打开活动处理' : '联网后自动上传'}
              value={<Tag tone={entry.failure ? 'red' : 'amber'}>{count(entered.length, '家')}</Tag>}
              onTap={() => void Taro.navigateTo({ url: `/pages/activity/index?id=${entry.activityId}` })}
            />
          )}
          <ListRow
            title="报送"
            note={reviews ? '月报、年度自评和总结的审定' : '月报、年度自评和总结'}
            onTap={() => void Taro.navigateTo({ url: '/pages/filings/index' })}
          />
          {reviews && (
            <ListRow
              title="审核"
              note="各平台提交的记录"
              onTap={() => void Taro.navigateTo({ url: '/pages/review/index' })}
            />
          )}
        </SectionCard>
      )}
      {me.memberships.length > 1 && (
        <SectionCard title="切换身份">
          {me.memberships.map((each) => (
            <ListRow
              key={each.id}
              title={each.platform?.name ?? roleTitles[each.role]}
              note={roleTitles[each.role]}
              value={each.id === membership?.id ? <Tag tone="jade">✓ 现在</Tag> : undefined}
              onTap={() => session.choose(each.id)}
            />
          ))}
        </SectionCard>
      )}
      {(membership?.role === 'province' || membership?.role === 'reviewer') && (
        <Overseeing role={membership.role} />
      )}
      {(membership?.role === 'manager' || membership?.role === 'province') && (
        <Invite membership={membership} />
      )}
      <Join name={me.name} first={me.memberships.length === 0} another={works || reviews} />
      {(me.enterprise || !(works || reviews)) && (
        <Enterprise enterprise={me.enterprise} confirmed={me.enterpriseConfirmed} />
      )}
    </>
  )
}

/** What those who look over many platforms do. */
function Overseeing({ role }: { role: 'province' | 'reviewer' }) {
  const open = (screen: string) => () => void Taro.navigateTo({ url: `/pages/${screen}/index` })
  return (
    <SectionCard>
      <ListRow
        title="平台一览"
        note={role === 'province' ? '全省平台的报送、审核和得分' : '本地区平台的报送、审核和得分'}
        onTap={open('province')}
      />
      {role === 'province' && (
        <>
          <ListRow title="目标与评定" note="目标、评定分和等级分数线" onTap={open('stated')} />
          <ListRow title="评价与公布" note="运行、冻结、公布、异议和更正" onTap={open('evaluation')} />
        </>
      )}
    </SectionCard>
  )
}
