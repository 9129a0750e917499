/** Digits as the city writes them, `2,5`, for a machine; what is no number stays as it was typed, to be refused. */
export const decimal = (text: string): string => text.trim().replace(',', '.');

/** Such digits of a number; nothing of none. */
export const numeral = (value: number | null): string => (value === null ? '' : String(value).replace('.', ','));

/** Whether a bound was typed that is a number. */
export const hasNumber = (text: string): boolean => text.trim() !== '' && Number.isFinite(Number(decimal(text)));
