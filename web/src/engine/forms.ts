import { useQuery } from '@tanstack/react-query'
import { listed } from './definitions'
import { type Field, type Label, type ObjectDefinition, readLabel } from './documents'
import { fieldOf, valueFields } from './paths'

/** A group of a form: its fields, side by side in one, two or three columns. */
export interface Section {
  label: Label | null
  columns: number
  fields: string[]
}

/** A list of records that refer to this one: a lines field, or another object and its reference. */
export interface FormList {
  field?: string
  object?: string
  via?: string
  columns?: string[]
}

/** How the page and the form of an object's records are laid out; see `schema/form.json`. */
export interface FormDefinition {
  name: string
  object: string
  header: string[]
  facts: string[]
  sections: Section[]
  related: FormList[]
}

type Document = Record<string, unknown>

export function readForm(name: string, document: Document): FormDefinition {
  const texts = (value: unknown) => (value ?? []) as string[]
  return {
    name,
    object: String(document.object ?? ''),
    header: texts(document.header),
    facts: texts(document.facts),
    sections: ((document.sections ?? []) as Document[]).map((section) => ({
      label: section.label ? readLabel(section.label, '') : null,
      columns: Number(section.columns ?? 2),
      fields: texts(section.fields),
    })),
    related: (document.related ?? []) as FormList[],
  }
}

export function useForms() {
  return useQuery({
    queryKey: ['definitions', 'form'],
    queryFn: async () =>
      (await listed('form'))
        .map((entry) => readForm(entry.name, entry.document))
        .sort((a, b) => (a.name < b.name ? -1 : 1)),
    staleTime: 5 * 60_000,
    retry: false,
  })
}

/** The form of an object; null where it has none, and `undefined` until that is known. */
export function useForm(object: string): FormDefinition | null | undefined {
  const forms = useForms()
  if (forms.isPending) return undefined
  return forms.data?.find((form) => form.object === object) ?? null
}

/** Named fields that the reader may see, in their order. */
export function namedFields(object: ObjectDefinition, names: string[]): Field[] {
  return names.flatMap((name) => fieldOf(object, name) ?? [])
}

export interface Group {
  label: Label | null
  columns: number
  fields: Field[]
}

/**
 * The fields of a form in their groups. What no section names follows in a group of its own, so that nothing is out of
 * reach because it is new.
 */
export function groupsOf(object: ObjectDefinition, form: FormDefinition | null | undefined): Group[] {
  if (!form) return [{ label: null, columns: 2, fields: valueFields(object) }]
  const placed = new Set(form.sections.flatMap((section) => section.fields))
  const rest = valueFields(object).filter((field) => !placed.has(field.name))
  const groups = form.sections.map(({ label, columns, fields }) => ({
    label,
    columns,
    fields: namedFields(object, fields),
  }))
  return rest.length > 0 ? [...groups, { label: null, columns: 2, fields: rest }] : groups
}
