import { CircleAlert, RotateCw, Upload as UploadIcon, X } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { sizeText } from '../../kit/size'
import { callOff, sendAgain, type Upload } from './uploads'

/** A file on its way: how far it is, or why it did not come. */
export function UploadRow({ upload }: { upload: Upload }) {
  const { t } = useTranslation()
  const { id, file, sent, state, reason } = upload
  const share = file.size > 0 ? Math.min(100, Math.floor((sent / file.size) * 100)) : 0
  const failed = state === 'refused' || state === 'lost'
  return (
    <li className={`file-row upload-${state}`}>
      <span className="file-picture">
        {failed ? <CircleAlert size={18} aria-hidden="true" /> : <UploadIcon size={18} aria-hidden="true" />}
      </span>
      <div className="file-words">
        <span className="file-name ellipsis" title={file.name}>
          <bdi>{file.name}</bdi>
        </span>
        {failed ? (
          <span className="upload-reason" role="alert">
            {reason ?? t('files.lost')}
          </span>
        ) : (
          <span className="upload-course">
            <span
              className="upload-bar"
              role="progressbar"
              aria-label={t('files.sending', { name: file.name })}
              aria-valuenow={share}
            >
              <span style={{ width: `${share}%` }} />
            </span>
            <span className="quiet">{stand(share)}</span>
          </span>
        )}
      </div>
      <div className="file-actions">
        {state === 'lost' ? (
          <button
            type="button"
            className="icon-button"
            aria-label={t('files.again', { name: file.name })}
            title={t('files.again', { name: file.name })}
            onClick={() => sendAgain(id)}
          >
            <RotateCw size={16} aria-hidden="true" />
          </button>
        ) : null}
        <button
          type="button"
          className="icon-button"
          aria-label={
            failed ? t('files.dismiss', { name: file.name }) : t('files.cancel', { name: file.name })
          }
          title={failed ? t('files.dismiss', { name: file.name }) : t('files.cancel', { name: file.name })}
          onClick={() => callOff(id)}
        >
          <X size={16} aria-hidden="true" />
        </button>
      </div>
    </li>
  )

  function stand(percent: number): string {
    if (state === 'waiting') return t('files.waiting', { size: sizeText(file.size) })
    return percent === 100 ? t('files.finishing') : `${percent}% · ${sizeText(file.size)}`
  }
}
