import { IDEA_LIMITS, type Indicator, type Trial } from '../../../src/model/idea.ts';
import { isPlainDate } from '../../../src/model/plain-date.ts';
import type { FieldCheck } from '../http/characters.ts';
import type { IndicatorInput, TrialInput } from './life-schema.ts';

/** Something measured, by `field` (its path in the body). */
function checkIndicator(check: FieldCheck, field: string, input: IndicatorInput): Indicator {
  const name = check.text(`${field}.name`, input.name, { min: 1, max: IDEA_LIMITS.indicatorName });
  const unit = check.text(`${field}.unit`, input.unit, { max: IDEA_LIMITS.indicatorUnit });
  const { before, after } = input;
  return {
    name: name ?? '',
    ...(unit !== undefined && { unit }),
    ...(before !== undefined && { before }),
    ...(after !== undefined && { after }),
  };
}

export function checkIndicators(
  check: FieldCheck,
  field: string,
  input: readonly IndicatorInput[] | undefined,
): Indicator[] {
  if (!input) return [];
  if (input.length > IDEA_LIMITS.indicators) {
    check.wrong(field, 'too-many', `must be at most ${IDEA_LIMITS.indicators}`, IDEA_LIMITS.indicators);
    return [];
  }
  const indicators = input.map((each, index) => checkIndicator(check, `${field}.${index}`, each));
  indicators.forEach(({ name }, index) => {
    if (name !== '' && indicators.findIndex((other) => other.name === name) < index) {
      check.wrong(`${field}.${index}.name`, 'not-allowed', 'is there twice');
    }
  });
  return indicators;
}

function checkDate(check: FieldCheck, field: string, value: string | undefined): string | undefined {
  if (value === undefined || value === '') check.wrong(field, 'required', 'must be a plain date');
  else if (!isPlainDate(value)) check.wrong(field, 'format', 'must be a plain date, such as 2026-07-01');
  else return value;
  return undefined;
}

/** Where and from when to when it is tried, and how people will know: a trial before it has a result. */
export function checkTrial(check: FieldCheck, input: TrialInput | undefined): Trial | undefined {
  if (!input) {
    check.wrong('trial', 'required', 'must say where and until when it is tried, and how you will know');
    return undefined;
  }
  const hypothesis = check.text('trial.hypothesis', input.hypothesis ?? '', { min: 1, max: IDEA_LIMITS.hypothesis });
  const place = check.text('trial.place', input.place ?? '', { min: 1, max: IDEA_LIMITS.place });
  const start = checkDate(check, 'trial.start', input.start);
  const end = checkDate(check, 'trial.end', input.end);
  if (start && end && end < start) check.wrong('trial.end', 'order', 'must not be before start');
  const indicators = checkIndicators(check, 'trial.indicators', input.indicators);
  if (!hypothesis || !place || !start || !end) return undefined;
  return { hypothesis, place, start, end, indicators };
}

/** The indicators of a trial with the values after it; what was not thought of before is added. */
export function withAfterValues(before: readonly Indicator[], after: readonly Indicator[]): Indicator[] {
  const found = new Map(after.map((indicator) => [indicator.name, indicator]));
  const merged = before.map((indicator) => ({ ...indicator, ...found.get(indicator.name) }));
  const known = new Set(before.map(({ name }) => name));
  return [...merged, ...after.filter(({ name }) => !known.has(name))];
}
