// Written by `npm run generate` from src/schema/kinds. Do not edit.
export interface ValidatorError {
  readonly keyword: string;
  readonly instancePath: string;
  readonly params: Readonly<Record<string, unknown>>;
}

export interface Validator {
  (value: unknown): boolean;
  errors?: readonly ValidatorError[] | null;
}

export const validateCalendar: Validator;
export const validateDataCatalog: Validator;
export const validateDirectory: Validator;
export const validateGlossary: Validator;
export const validateJourney: Validator;
export const validateKpi: Validator;
export const validatePersona: Validator;
export const validatePolicy: Validator;
export const validateRecord: Validator;
export const validateSla: Validator;
export const validateSystem: Validator;
export const validateTeam: Validator;
export const validateWorkspace: Validator;
