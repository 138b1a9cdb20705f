/** 我的企业码: what staff scan on the spot. Made on the phone, so that it needs no network. */
import { Image, View } from '@tarojs/components'
import { useEffect, useMemo, useState } from 'react'
import { renderSVG } from 'uqr'
import brightScreen from '../../components/bright-screen'
import { pictured } from '../../components/described'
import { enterpriseCodeText } from '../../components/enterprise-fields'
import { creditCodeText } from '../../components/figures'
import ListRow from '../../components/list-row'
import Sheet from '../../components/sheet'
import type { BoundEnterprise } from '../../shared/contract'

export default function EnterpriseCode({ enterprise }: { enterprise: BoundEnterprise }) {
  const [open, setOpen] = useState(false)
  return (
    <>
      <ListRow title="我的企业码" note="请现场工作人员扫一扫,没有网络也能用" onTap={() => setOpen(true)} />
      <Sheet title="我的企业码" visible={open} onClose={() => setOpen(false)}>
        {open && <Code enterprise={enterprise} />}
      </Sheet>
    </>
  )
}

function Code({ enterprise }: { enterprise: BoundEnterprise }) {
  const picture = useMemo(() => {
    const svg = renderSVG(enterpriseCodeText(enterprise), { ecc: 'M', border: 2 })
    return `data:image/svg+xml,${encodeURIComponent(svg)}`
  }, [enterprise])
  useEffect(brightScreen, [])
  return (
    <View className="me-code-box">
      <Image className="me-code-picture" src={picture} mode="scaleToFill" {...pictured('我的企业码')} />
      <View className="me-name">{enterprise.name}</View>
      <View className="me-quiet">{creditCodeText(enterprise.creditCode)}</View>
      <View className="me-quiet me-gap">码里只有企业名称和统一社会信用代码。</View>
    </View>
  )
}
