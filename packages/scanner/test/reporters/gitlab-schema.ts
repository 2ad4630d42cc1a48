const text = { type: 'string', minLength: 1 } as const;
const line = { type: 'number', minimum: 1 } as const;
const time = { type: 'string', pattern: '^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}$' } as const;
const link = { type: 'string', pattern: '^(https?|ftp)://.+' } as const;

const tool = {
  type: 'object',
  required: ['id', 'name', 'version', 'vendor'],
  properties: {
    id: text,
    name: text,
    version: text,
    vendor: { type: 'object', required: ['name'], properties: { name: text } },
  },
} as const;

const identifiers = {
  type: 'array',
  items: {
    type: 'object',
    required: ['type', 'name', 'value'],
    properties: { type: text, name: text, value: text, url: link },
  },
} as const;

const textDetail = {
  type: 'object',
  required: ['type', 'value'],
  properties: { type: { const: 'text' }, value: { type: 'string' } },
} as const;

const detail = {
  required: ['name'],
  properties: { name: text },
  oneOf: [
    textDetail,
    {
      type: 'object',
      required: ['type', 'items'],
      properties: { type: { const: 'list' }, items: { type: 'array', items: textDetail } },
    },
  ],
} as const;

const vulnerability = {
  type: 'object',
  required: ['id', 'identifiers', 'location'],
  properties: {
    id: { type: 'string', pattern: '^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$' },
    name: { type: 'string', maxLength: 255 },
    description: { type: 'string', maxLength: 1048576 },
    severity: { enum: ['Info', 'Unknown', 'Low', 'Medium', 'High', 'Critical'] },
    solution: { type: 'string', maxLength: 7000 },
    identifiers: { ...identifiers, minItems: 1 },
    links: {
      type: 'array',
      items: { type: 'object', required: ['url'], properties: { name: { type: 'string' }, url: link } },
    },
    details: { type: 'object', additionalProperties: detail },
    tracking: {
      type: 'object',
      required: ['type', 'items'],
      properties: {
        type: { const: 'source' },
        items: {
          type: 'array',
          items: {
            type: 'object',
            required: ['signatures'],
            properties: {
              file: { type: 'string' },
              start_line: line,
              end_line: line,
              signatures: {
                type: 'array',
                minItems: 1,
                items: {
                  type: 'object',
                  required: ['algorithm', 'value'],
                  properties: { algorithm: { type: 'string' }, value: text },
                },
              },
            },
          },
        },
      },
    },
    location: {
      type: 'object',
      required: ['commit'],
      properties: {
        file: { type: 'string' },
        start_line: line,
        end_line: line,
        commit: { type: 'object', required: ['sha'], properties: { sha: text } },
      },
    },
    raw_source_code_extract: false,
  },
} as const;

/**
 * The members of a GitLab secret-detection report that the reporter writes, with the types, required members, patterns
 * and limits that version 15.2 of the report schema gives them (gitlab-org/security-products/security-report-schemas),
 * and stricter where the reporter promises more. No package carries the schema itself.
 */
export const gitlabSchema = {
  type: 'object',
  required: ['scan', 'version', 'vulnerabilities'],
  additionalProperties: false,
  properties: {
    version: { type: 'string', pattern: '^15\\.2\\.\\d+$' },
    scan: {
      type: 'object',
      required: ['analyzer', 'end_time', 'scanner', 'start_time', 'status', 'type'],
      properties: {
        analyzer: tool,
        scanner: tool,
        start_time: time,
        end_time: time,
        status: { enum: ['success', 'failure'] },
        type: { const: 'secret_detection' },
        messages: {
          type: 'array',
          items: {
            type: 'object',
            required: ['level', 'value'],
            properties: { level: { enum: ['info', 'warn', 'fatal'] }, value: text },
          },
        },
        primary_identifiers: identifiers,
      },
    },
    vulnerabilities: { type: 'array', items: vulnerability },
  },
} as const;
