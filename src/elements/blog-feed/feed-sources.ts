import { runtime } from '../../internal/runtime.ts';

/** Attribute `src` of the widget itself, of the `<vr-backend>` that it takes its data from, or of the loader's script. */
export function sourcesOf(
  widget: HTMLElement & { readonly src: string | undefined; readonly backend: unknown },
): string {
  if (widget.src?.trim()) return widget.src;
  const { backend } = widget;
  const named = typeof backend === 'string' && backend ? document.getElementById(backend.replace(/^#/, '')) : undefined;
  const around = named ?? widget.closest('vr-backend');
  const backends = around ? [around] : [...runtime().backends];
  return (
    backends
      .map((element) => element.getAttribute('src') ?? '')
      .join(' ')
      .trim() ||
    (runtime().src ?? '')
  );
}
