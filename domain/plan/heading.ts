/** A heading as it is compared: without blanks, line breaks, brackets' shapes, full-width forms, marks of what must be filled. */
export function plainHeading(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\s\u200b-\u200f\u2060\ufeff*★☆※:;,.。、·—_'"“”‘’-]/g, '')
    .replace(/[[【〔{]/g, '(')
    .replace(/[\]】〕}]/g, ')')
    .toLowerCase()
}
