import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import '../kit/tokens.css'
import '../kit/base.css'
import { startTexts } from '../kit/texts'
import { gatherRecordParts } from './recordParts'
import { Root } from './Root'

gatherRecordParts()
void startTexts().then(() => {
  const place = document.getElementById('root')
  if (place) {
    createRoot(place).render(
      <StrictMode>
        <Root />
      </StrictMode>,
    )
  }
})
