/** 导出: a word in a corner that opens the files on offer; a tap makes one and shows it. Nothing where none is on offer. */
import { View } from '@tarojs/components'
import { useState } from 'react'
import { openFile } from '../../phone'
import ListRow from '../list-row'
import { failureOf } from '../page-frame'
import Sheet from '../sheet'
import type { Exported } from './files'
import './index.scss'

export { filingFiles, ledgerFiles, platformFiles, rankingFiles, type Exported } from './files'

const sizeText = (bytes: number) =>
  bytes < 1024 * 1024 ? `${Math.ceil(bytes / 1024)} KB` : `${(bytes / 1024 / 1024).toFixed(1)} MB`

const outcomes: Record<Awaited<ReturnType<typeof openFile>>, string> = {
  opened: '已生成',
  link: '下载链接已复制,请在电脑浏览器中打开,两小时内有效',
  'not-copied': '已生成,但下载链接没有复制成功。请允许使用剪贴板后再点一次',
  'not-opened': '已生成,但手机没有打开它。请再点一次,或在电脑上导出',
}

export default function ExportFiles({ files }: { files: readonly Exported[] }) {
  const [open, setOpen] = useState(false)
  const [making, setMaking] = useState<string | null>(null)
  const [said, setSaid] = useState<{ text: string; wrong: boolean } | null>(null)
  if (files.length === 0) return null

  const show = async ({ title, make }: Exported) => {
    if (making !== null) return
    setMaking(title)
    setSaid(null)
    try {
      const file = await make()
      const opened = await openFile(file)
      const wrong = opened === 'not-copied' || opened === 'not-opened'
      setSaid({ text: `${file.fileName}(${sizeText(file.size)})${outcomes[opened]}。`, wrong })
    } catch (thrown) {
      setSaid({ text: failureOf(thrown).text, wrong: true })
    } finally {
      setMaking(null)
    }
  }
  return (
    <>
      <View className="export-files-open" onClick={() => setOpen(true)} aria-role="button">
        导出
      </View>
      <Sheet title="导出文件" visible={open} onClose={() => setOpen(false)}>
        {files.map((file) => (
          <ListRow
            key={file.title}
            title={file.title}
            note={file.note}
            value={making === file.title ? '正在生成…' : undefined}
            onTap={() => void show(file)}
          />
        ))}
        {said && <View className={said.wrong ? 'export-files-wrong' : 'export-files-said'}>{said.text}</View>}
      </Sheet>
    </>
  )
}
