import type { DoctorWords } from '../i18n/de/doctor.ts';
import type { Diagnosis } from './diagnosis.ts';
import { publicAddress } from './redact.ts';

/** Engine and version alone: enough to tell browsers apart, too little to tell people apart. */
function browserName(): string {
  const [found] = /(Firefox|Edg|Chrome|Version)\/\d+/.exec(navigator.userAgent) ?? [];
  return found?.replace('Version', 'Safari').replace('Edg/', 'Edge/') ?? '';
}

/** Everything as plain text, one finding a paragraph. */
export function reportText({ version, findings }: Omit<Diagnosis, 'text'>, { text, severity }: DoctorWords): string {
  const head = [
    text.title,
    `${text.page}: ${publicAddress(location.href)}`,
    `${text.version}: ${version}`,
    `${text.browser}: ${browserName()}`,
  ];
  const paragraphs = findings.map((finding) =>
    [
      `[${severity[finding.severity]}] ${finding.subject} (${finding.code})`,
      finding.cause,
      finding.cure && `${text.cure}: ${finding.cure}`,
      finding.copy && `${text.copy}: ${finding.copy}`,
      finding.technical && `${text.technical}: ${finding.technical}`,
    ]
      .filter(Boolean)
      .join('\n'),
  );
  return `${[head.join('\n'), ...paragraphs].join('\n\n')}\n`;
}
