// What scrolls sideways can be reached by keyboard.
// Charts: an element with data-chart holds the options of ECharts as JSON; without scripts its
// fallback, usually a table, stays. Forms: what was typed is not lost. Everything else on the pages
// works without this file.
(() => {
  const script = document.currentScript;
  const charts = () => document.querySelectorAll('[data-chart]:not([data-drawn])');

  const draw = () =>
    charts().forEach((place) => {
      place.dataset.drawn = 'true';
      const options = JSON.parse(place.dataset.chart);
      options.textStyle = { fontFamily: getComputedStyle(document.body).fontFamily };
      options.animation = false;
      options.tooltip = Object.assign({ trigger: 'axis', renderMode: 'richText' }, options.tooltip);
      const chart = window.echarts.init(place, null, { renderer: 'svg' });
      chart.setOption(options);
      new ResizeObserver(() => chart.resize()).observe(place);
    });

  const reach = () =>
    document.querySelectorAll('.scroll:not([tabindex])').forEach((place) => {
      if (place.scrollWidth > place.clientWidth) {
        place.tabIndex = 0;
      }
    });

  const prepare = () => {
    reach();
    if (charts().length === 0) {
      return;
    }
    if (window.echarts) {
      draw();
      return;
    }
    const library = document.createElement('script');
    library.src = script.dataset.echarts;
    library.onload = draw;
    document.head.append(library);
  };

  // What was typed in a form stays in this tab until the page says that it was taken: after a
  // refusal, an expired session or a broken line it stands there again. Passwords and account numbers do not.
  const chinese = document.documentElement.lang !== 'en';
  const forms = () => [...document.querySelectorAll('form[method="post"]')];
  const typed = (form) =>
    [...form.elements].filter(
      (field) =>
        field.name && !('unkept' in field.dataset) &&
        (['TEXTAREA', 'SELECT'].includes(field.tagName) ||
          ['text', 'number', 'date', 'tel'].includes(field.type)));
  const alike = (form) =>
    forms().filter((one) => one.getAttribute('action') === form.getAttribute('action'));

  const keep = (form) => {
    const values = typed(form).map((field) => [field.name, field.value]);
    if (values.length > 0 && !form.querySelector('[type=password]:not([minlength])')) {
      sessionStorage.setItem(
        'typed',
        JSON.stringify({
          action: form.getAttribute('action'), at: Date.now(), place: alike(form).indexOf(form), values,
        }));
    }
  };

  const restore = () => {
    const kept = JSON.parse(sessionStorage.getItem('typed') || 'null');
    if (!kept) {
      return;
    }
    const main = document.getElementById('content');
    const said = main.querySelector(':scope > .sentence');
    const form = forms().filter((one) => one.getAttribute('action') === kept.action)[kept.place];
    const taken = said && !said.classList.contains('refused');
    if (!taken && !form && Date.now() - kept.at < 30 * 60 * 1000) {
      return;
    }
    sessionStorage.removeItem('typed');
    if (taken || !form) {
      return;
    }
    let back = 0;
    typed(form).forEach((field, i) => {
      const value = kept.values[i];
      if (value && value[0] === field.name && value[1] !== field.value) {
        field.value = value[1];
        back += 1;
      }
    });
    if (back > 0 && !main.querySelector('.sentence.refused')) {
      const note = document.createElement('p');
      note.className = 'sentence refused';
      note.setAttribute('role', 'alert');
      note.textContent = chinese
        ? '刚才的内容没有提交；您填的还在表里，请核对后再提交一次'
        : 'Nothing was handed in; what you typed is still in the form';
      main.prepend(note);
    }
  };

  // A second press while the first is under way does nothing.
  document.addEventListener('submit', (event) => {
    const form = event.target;
    if (form.method !== 'post') {
      return;
    }
    if (Date.now() - Number(form.dataset.sent || 0) < 3000) {
      event.preventDefault();
      return;
    }
    form.dataset.sent = String(Date.now());
    keep(form);
  });

  // A part of a page that comes as a whole page is the sign-in: nothing was saved.
  document.addEventListener('htmx:beforeSwap', (event) => {
    if (event.detail.xhr.responseText.includes('<!doctype html')) {
      event.detail.shouldSwap = false;
      event.detail.target.textContent = chinese
        ? '没有保存：登录过期了，或这件申报已经不能修改。请不要关掉这一页，在另一个窗口登录核对后再改一下，就会接着保存'
        : 'Not saved: the session ended. Sign in in another window and type on';
    }
  });
  document.addEventListener('htmx:sendError', (event) => {
    event.detail.target.textContent = chinese
      ? '没有保存：连不上服务。请不要关掉这一页，恢复后再改一下，就会接着保存'
      : 'Not saved: the service cannot be reached';
  });

  document.addEventListener('DOMContentLoaded', restore);
  document.addEventListener('DOMContentLoaded', prepare);
  document.addEventListener('htmx:afterSwap', prepare);
  window.addEventListener('resize', reach);
})();
