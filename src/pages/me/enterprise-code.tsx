/** 我的企业码: what staff scan on the spot. Made on the phone, so that it needs no network. */
import { Image, View } from '@tarojs/components'
import { useEffect, useMemo, useState } from 'react'
import { renderSVG } from 'uqr'
import brightScreen from '../../components/bright-screen'
import { call } from '../../phone'
import { pictured } from '../../components/described'
import { enterpriseCodeText } from '../../components/enterprise-fields'
import { creditCodeText } from '../../components/figures'
import ListRow from '../../components/list-row'
import Sheet from '../../components/sheet'
import type { BoundEnterprise } from '../../shared/contract'

type Props = {
  enterprise: BoundEnterprise
  /** Somebody has confirmed already that the person stands for it: the code need not say who shows it. */
  confirmed: boolean
}
/** A code of the person holds for ten minutes. */
const RENEWED_AFTER_MS = 8 * 60_000

export default function EnterpriseCode({ enterprise, confirmed }: Props) {
  const [open, setOpen] = useState(false)
  return (
    <>
      <ListRow title="我的企业码" note="请现场工作人员扫一扫,没有网络也能用" onTap={() => setOpen(true)} />
      <Sheet title="我的企业码" visible={open} onClose={() => setOpen(false)}>
        {open && <Code enterprise={enterprise} confirmed={confirmed} />}
      </Sheet>
    </>
  )
}

function Code({ enterprise, confirmed }: Props) {
  const personCode = usePersonCode(!confirmed)
  const picture = useMemo(() => {
    const svg = renderSVG(enterpriseCodeText({ ...enterprise, personCode }), { ecc: 'M', border: 2 })
    return `data:image/svg+xml,${encodeURIComponent(svg)}`
  }, [enterprise, personCode])
  useEffect(brightScreen, [])
  return (
    <View className="me-code-box">
      <Image className="me-code-picture" src={picture} mode="scaleToFill" {...pictured('我的企业码')} />
      <View className="me-name">{enterprise.name}</View>
      <View className="me-quiet">{creditCodeText(enterprise.creditCode)}</View>
      <View className="me-quiet me-gap">
        {personCode === undefined
          ? '码里只有企业名称和统一社会信用代码。'
          : '码里有企业名称、统一社会信用代码和您的核实码，工作人员扫描后，您的身份即核实。'}
      </View>
      {!confirmed && personCode === undefined && (
        <View className="me-quiet">没有取得核实码，扫描后只登记企业。联网后会自动再取。</View>
      )}
    </View>
  )
}

/** The code that ties the person to their enterprise, a new one before the last one ends; undefined without network. */
function usePersonCode(wanted: boolean): string | undefined {
  const [code, setCode] = useState<string>()
  useEffect(() => {
    if (!wanted) return undefined
    let timer: ReturnType<typeof setTimeout>
    let closed = false
    const ask = async () => {
      let next: string | undefined
      try {
        next = (await call('session', 'enterpriseCode', {})).code
      } catch {
        // The code of the enterprise alone works without network; the screen says what is missing.
      }
      if (closed) return
      setCode(next)
      timer = setTimeout(() => void ask(), next === undefined ? 10_000 : RENEWED_AFTER_MS)
    }
    void ask()
    return () => {
      closed = true
      clearTimeout(timer)
    }
  }, [wanted])
  return wanted ? code : undefined
}
