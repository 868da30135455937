// What scrolls sideways can be reached by keyboard.
// Charts: an element with data-chart holds the options of ECharts as JSON; without scripts its
// fallback, usually a table, stays. Everything else on the pages works without this file.
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

  document.addEventListener('DOMContentLoaded', prepare);
  document.addEventListener('htmx:afterSwap', prepare);
  window.addEventListener('resize', reach);
})();
