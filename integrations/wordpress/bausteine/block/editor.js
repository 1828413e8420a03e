// SPDX-License-Identifier: GPL-2.0-or-later
/* The block in the editor: a list of widgets, fields for what they can do, and the widget itself as preview. */
((wp, setup) => {
  const { createElement: el, Fragment, useEffect, useRef, useState } = wp.element;
  const { InspectorControls, useBlockProps } = wp.blockEditor;
  const { Disabled, PanelBody, Placeholder, SelectControl, TextareaControl, TextControl, ToggleControl } =
    wp.components;
  const { words } = setup;
  /** Measures of fields as newer WordPress draws them, which warns of the old ones. */
  const FIELD = { __nextHasNoMarginBottom: true };
  const LINE = { ...FIELD, __next40pxDefaultSize: true };
  const ICONS = {
    'blog-feed': 'media-document',
    'event-calendar': 'calendar-alt',
    'idea-board': 'lightbulb',
    'idea-submission': 'edit',
    'peer-directory': 'groups',
    'peer-profile': 'id',
  };
  const widgetOf = (name) => setup.widgets.find((widget) => widget.name === name) ?? setup.widgets[0];

  /** WordPress saves `&` of people without `unfiltered_html` as `&amp;`, also in attributes of blocks. */
  const plain = (value) =>
    typeof value === 'string' ? value.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&') : value;
  const plainOptions = (options) =>
    Object.fromEntries(Object.entries(options ?? {}).map(([name, value]) => [name, plain(value)]));

  /** The page that shows the same without a script, as `link_address()` of the plugin says it. */
  function linkAddress(widget, options) {
    const [first = ''] = (options.src || setup.src).trim().split(/\s+/);
    const [found, kind = ''] = /^(?:([a-z][a-z0-9-]*)\+)?(?:https?|webcals?):\/\//i.exec(first) ?? [];
    if (!found) return '';
    const address = first.slice(kind && kind.length + 1).replace(/^webcal(s?):/i, 'http$1:');
    if (kind.toLowerCase() !== 'hub') return address;
    const query = new URLSearchParams();
    for (const { name, type } of widgetOf(widget).attributes) {
      const value = options[name];
      if (setup.notInLink.includes(name) || !value) continue;
      query.set(name, type === 'boolean' ? '' : value);
    }
    return `${address.replace(/\/?$/, '/')}embed/${widget}${query.size > 0 ? `?${query}` : ''}`;
  }

  /** A value after it has stood still for a moment: no request for each letter that is typed. */
  function useSettled(value) {
    const [settled, settle] = useState(value);
    const text = JSON.stringify(value);
    useEffect(() => {
      const timer = setTimeout(() => settle(JSON.parse(text)), 600);
      return () => clearTimeout(timer);
    }, [text]);
    return settled;
  }

  /** Loads the library where the block stands: newer editors show the post in a frame. */
  function loadLibrary(page) {
    if (page.querySelector('script[data-bausteine-preview]')) return;
    const script = page.createElement('script');
    script.src = setup.library;
    script.setAttribute('data-bausteine-preview', '');
    if (setup.src) script.setAttribute('data-vr-src', setup.src);
    page.head.append(script);
  }

  function Preview({ widget, options, link, linkText }) {
    const place = useRef(null);
    const shown = useSettled(options);
    useEffect(() => loadLibrary(place.current.ownerDocument), []);
    const attributes = { loading: 'eager' };
    for (const { name, type } of widgetOf(widget).attributes)
      if (shown[name]) attributes[name] = type === 'boolean' ? '' : String(shown[name]);
    return el(
      'div',
      { ref: place },
      el(`vr-${widget}`, { ...attributes, key: widget }, el('a', { href: link }, linkText)),
    );
  }

  function Field({ attribute, value, change }) {
    const { name, type, label, choices } = attribute;
    if (type === 'boolean') {
      return el(ToggleControl, {
        ...FIELD,
        label,
        checked: Boolean(value),
        onChange: (on) => change(name, on || undefined),
      });
    }
    const common = { ...LINE, label, value: value ?? '', onChange: (text) => change(name, text || undefined) };
    if (type === 'choice') {
      const all = [{ value: '', label: words.usual }, ...choices];
      return el(SelectControl, { ...common, options: all });
    }
    return el(TextControl, { ...common, type: type === 'number' ? 'number' : 'text' });
  }

  function Edit({ attributes, setAttributes }) {
    const { widget } = attributes;
    const options = plainOptions(attributes.options);
    const link = plain(attributes.link);
    const linkText = plain(attributes.linkText);
    const { attributes: fields, linkText: usualText } = widgetOf(widget);

    /** The link follows until somebody writes their own. */
    const put = (next) => {
      const [nextWidget, nextOptions] = [next.widget ?? widget, next.options ?? options];
      setAttributes({
        ...next,
        ...(link === linkAddress(widget, options) && { link: linkAddress(nextWidget, nextOptions) }),
        ...(linkText === usualText && { linkText: widgetOf(nextWidget).linkText }),
      });
    };
    useEffect(() => {
      const missing = {
        ...(!link && linkAddress(widget, options) && { link: linkAddress(widget, options) }),
        ...(!linkText && { linkText: usualText }),
      };
      if (Object.keys(missing).length > 0) setAttributes(missing);
    }, []);

    const change = (name, value) => {
      const { [name]: _before, ...rest } = options;
      put({ options: value === undefined ? rest : { ...rest, [name]: value } });
    };
    const field = (attribute) => el(Field, { key: attribute.name, attribute, value: options[attribute.name], change });
    const shown = fields.filter(({ name }) => name !== 'src');
    const hasSource = Boolean(options.src || setup.src);
    const usual = setup.src ? ` ${words.sourceUsual.replace('%s', setup.src)}` : '';

    return el(
      Fragment,
      null,
      el(
        InspectorControls,
        null,
        el(
          PanelBody,
          { title: words.widget },
          el(SelectControl, {
            ...LINE,
            label: words.widget,
            value: widget,
            options: setup.widgets.map(({ name, title }) => ({ value: name, label: title })),
            onChange: (name) => put({ widget: name }),
          }),
          el(TextareaControl, {
            ...FIELD,
            label: words.source,
            help: words.sourceHelp + usual,
            value: options.src ?? '',
            rows: 2,
            onChange: (text) => change('src', text || undefined),
          }),
        ),
        el(PanelBody, { title: words.settings }, ...shown.filter(({ own }) => own).map(field)),
        el(PanelBody, { title: words.more, initialOpen: false }, ...shown.filter(({ own }) => !own).map(field)),
        el(
          PanelBody,
          { title: words.link, initialOpen: false },
          el(TextControl, {
            ...LINE,
            label: words.linkAddress,
            type: 'url',
            value: link,
            onChange: (text) => setAttributes({ link: text }),
          }),
          el(TextControl, {
            ...LINE,
            label: words.linkText,
            value: linkText,
            onChange: (text) => setAttributes({ linkText: text }),
          }),
        ),
      ),
      el(
        'div',
        useBlockProps(),
        hasSource
          ? el(Disabled, null, el(Preview, { widget, options, link, linkText }))
          : el(Placeholder, {
              icon: ICONS[widget] ?? 'calendar-alt',
              label: widgetOf(widget).title,
              instructions: words.empty,
            }),
      ),
    );
  }

  wp.blocks.registerBlockType('bausteine/widget', {
    edit: Edit,
    // The tag is the server's; the link in the post is what stays when the plugin goes.
    save({ attributes: { link, linkText } }) {
      return link ? el('p', useBlockProps.save(), el('a', { href: plain(link) }, plain(linkText))) : null;
    },
    variations: setup.widgets.map(({ name, title, linkText }) => ({
      name,
      title,
      icon: ICONS[name] ?? 'calendar-alt',
      isDefault: name === 'event-calendar',
      attributes: { widget: name, linkText },
      scope: ['inserter'],
      isActive: ['widget'],
    })),
  });
})(window.wp, window.bausteineEditor);
