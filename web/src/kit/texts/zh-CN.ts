/** All texts of this language; each part of the product keeps its own file beside this one. */
const parts = import.meta.glob<Record<string, object>>('./*.zh-CN.json', { eager: true, import: 'default' })

export default Object.assign({}, ...Object.values(parts)) as Record<string, object>
