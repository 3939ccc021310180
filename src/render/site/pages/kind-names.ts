/** What people call several documents of a kind. */
export const kindNames: Readonly<Record<string, string>> = {
  Calendar: 'Calendars',
  Data: 'Data',
  DataCatalog: 'Data catalogues',
  Directory: 'Directories',
  Glossary: 'Glossaries',
  Journey: 'Journeys',
  Kpi: 'KPIs',
  Persona: 'Personas',
  Policy: 'Policies',
  Sla: 'Promises',
  System: 'Systems',
  Team: 'Teams',
  Workspace: 'Workspaces',
};
