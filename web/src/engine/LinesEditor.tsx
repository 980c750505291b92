import { Button } from 'antd'
import { ArrowDown, ArrowUp, Plus, Trash2 } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../kit/useFormat'
import type { Problem } from '../lib/problem'
import type { Field, ObjectDefinition } from './documents'
import { toWire, type Values } from './draft'
import { kindOf } from './kinds/registry'
import './lines.css'
import { isComputed, valueFields } from './paths'
import { usePreview } from './preview'
import { Value } from './Value'

/** A line as it is typed; the key is the editor's own. */
export interface Line {
  key: string
  values: Values
}

/** Lists whose rows stand for nothing alone: the child must name its parent and belongs to nobody. */
export function lineFields(object: ObjectDefinition, objects: ObjectDefinition[]): LineField[] {
  return object.fields.flatMap((field) => {
    if (field.type.kind !== 'lines') return []
    const child = objects.find((one) => one.name === field.type.object)
    const via = child?.fields.find((one) => one.name === field.type.via)
    return child && via?.required && !child.roles.owner && !child.roles.title && !isLog(object, child)
      ? [{ field, child, via: via.name }]
      : []
  })
}

export interface LineField {
  field: Field
  child: ObjectDefinition
  via: string
}

/** Moves along a stage path are kept by the product, never typed. */
function isLog(object: ObjectDefinition, child: ObjectDefinition): boolean {
  return object.stagePath?.events?.object === child.name
}

export function newLine(): Line {
  return { key: crypto.randomUUID(), values: {} }
}

/** The lines as the API takes them with their record; a row in which nothing was typed is none. */
export function linesToWire({ child, via }: LineField, lines: Line[]): Values[] {
  return lines
    .map((line) => toWire(child, { ...line.values }))
    .map((values) => Object.fromEntries(Object.entries(values).filter(([name]) => name !== via)))
    .filter((values) => Object.values(values).some((value) => value !== null))
}

interface Props {
  of: LineField
  lines: Line[]
  problem: Problem | null
  onChange: (lines: Line[]) => void
}

/** Rows that belong to one record, typed with it: add, change, move, take away. */
export function LinesEditor({ of, lines, problem, onChange }: Props) {
  const { t } = useTranslation()
  const format = useFormat()
  const shown = valueFields(of.child).filter(
    (field) => field.name !== of.via && field.type.kind !== 'longText',
  )
  const label = format.label(of.field.label)
  const move = (from: number, to: number) => {
    const next = [...lines]
    next.splice(to, 0, ...next.splice(from, 1))
    onChange(next)
  }
  return (
    <section className="lines-editor field-wide" aria-label={label}>
      <h3>{label}</h3>
      {lines.length > 0 ? (
        <div className="lines-scroll">
          <table>
            <thead>
              <tr>
                {shown.map((field) => (
                  <th key={field.name} scope="col" className={`align-${kindOf(field.type).align}`}>
                    {format.label(field.label)}
                    {field.required ? (
                      <span className="field-required" aria-hidden="true">
                        *
                      </span>
                    ) : null}
                  </th>
                ))}
                <th scope="col">
                  <span className="visually-hidden">{t('lines.actions')}</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {lines.map((line, index) => (
                <LineRow
                  key={line.key}
                  {...{ of, line, index, shown, problem }}
                  last={index === lines.length - 1}
                  onChange={(values) =>
                    onChange(lines.map((one) => (one.key === line.key ? { ...one, values } : one)))
                  }
                  onMove={(by) => move(index, index + by)}
                  onRemove={() => onChange(lines.filter((one) => one.key !== line.key))}
                />
              ))}
            </tbody>
          </table>
        </div>
      ) : null}
      <Button
        size="small"
        icon={<Plus size={12} aria-hidden="true" />}
        onClick={() => onChange([...lines, newLine()])}
      >
        {t('lines.add', { label })}
      </Button>
    </section>
  )
}

interface RowProps {
  of: LineField
  line: Line
  index: number
  shown: Field[]
  problem: Problem | null
  last: boolean
  onChange: (values: Values) => void
  onMove: (by: 1 | -1) => void
  onRemove: () => void
}

function LineRow({ of, line, index, shown, problem, last, onChange, onMove, onRemove }: RowProps) {
  const { t } = useTranslation()
  const format = useFormat()
  const preview = usePreview(of.child, null, line.values, true)
  const values = { ...preview.values, ...line.values }
  const fault = (field: Field) =>
    problem?.faults.find((one) => one.path === `${of.field.name}[${index}].${field.name}`)?.message
  const row = index + 1
  return (
    <tr>
      {shown.map((field) => {
        const { Input, align } = kindOf(field.type)
        const wrong = fault(field)
        const id = `line-${of.field.name}-${line.key}-${field.name}`
        return (
          <td key={field.name} className={`align-${align}`}>
            {Input && !isComputed(field) ? (
              <>
                <label htmlFor={id} className="visually-hidden">
                  {t('lines.cell', { row, field: format.label(field.label) })}
                </label>
                <Input
                  id={id}
                  field={field}
                  value={values[field.name] ?? null}
                  onChange={(value) => onChange({ ...line.values, [field.name]: value })}
                  invalid={wrong !== undefined}
                />
              </>
            ) : (
              <span className="line-computed">
                <Value value={preview.values?.[field.name] ?? null} field={field} dense />
              </span>
            )}
            {wrong ? (
              <div className="field-fault" role="alert">
                {wrong}
              </div>
            ) : null}
          </td>
        )
      })}
      <td className="line-actions">
        <button
          type="button"
          className="icon-button"
          disabled={index === 0}
          aria-label={t('lines.up', { row })}
          onClick={() => onMove(-1)}
        >
          <ArrowUp size={14} aria-hidden="true" />
        </button>
        <button
          type="button"
          className="icon-button"
          disabled={last}
          aria-label={t('lines.down', { row })}
          onClick={() => onMove(1)}
        >
          <ArrowDown size={14} aria-hidden="true" />
        </button>
        <button
          type="button"
          className="icon-button"
          aria-label={t('lines.remove', { row })}
          onClick={onRemove}
        >
          <Trash2 size={14} aria-hidden="true" />
        </button>
      </td>
    </tr>
  )
}
