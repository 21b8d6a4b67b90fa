/** What a template may name, by the name. */
export type TemplateValues = Readonly<Record<string, unknown>>
