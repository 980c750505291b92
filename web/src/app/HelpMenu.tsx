import { Dropdown, Modal } from 'antd'
import { CircleQuestionMark, Keyboard } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

const KEYS = [
  ['search', 'Ctrl K'],
  ['undo', 'Ctrl Z'],
  ['move', '↑ ↓'],
  ['openRow', 'Enter'],
  ['select', 'Space'],
  ['leave', 'Esc'],
  ['log', 'Ctrl Enter'],
] as const

/** What helps on every page: the keys, and where one is. */
export function HelpMenu() {
  const { t } = useTranslation()
  const [keys, setKeys] = useState(false)
  const items = [
    {
      key: 'keys',
      icon: <Keyboard size={14} aria-hidden="true" />,
      label: t('help.keys'),
      onClick: () => setKeys(true),
    },
    { type: 'divider' as const },
    { key: 'version', disabled: true, label: t('help.version', { version: FLYWHEEL_VERSION }) },
  ]
  return (
    <>
      <Dropdown menu={{ items }} trigger={['click']} placement="bottomRight">
        <button type="button" className="icon-button" aria-label={t('help.help')}>
          <CircleQuestionMark size={18} aria-hidden="true" />
        </button>
      </Dropdown>
      <Modal
        open={keys}
        onCancel={() => setKeys(false)}
        footer={null}
        title={t('help.keys')}
        width={420}
        closable={{ 'aria-label': t('help.close') }}
      >
        <dl className="keys">
          {KEYS.map(([name, key]) => (
            <div key={name}>
              <dt>{t(`help.key.${name}`)}</dt>
              <dd>
                <kbd>{key}</kbd>
              </dd>
            </div>
          ))}
        </dl>
      </Modal>
    </>
  )
}
