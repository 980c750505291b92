// Before the first paint: theme and language, so that nothing flashes. A file of its own, because the
// Content-Security-Policy forbids inline scripts.
;(function () {
  var root = document.documentElement
  var kept = null
  var language = null
  try {
    kept = localStorage.getItem('flywheel.theme')
    language = localStorage.getItem('flywheel.language')
  } catch (e) {
    // Storage may be forbidden; then the system's choice stands.
  }
  var dark = kept === 'dark' || (kept !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches)
  root.dataset.theme = dark ? 'dark' : 'light'
  root.lang = language || (navigator.language.toLowerCase().indexOf('zh') === 0 ? 'zh-CN' : 'en')
})()
