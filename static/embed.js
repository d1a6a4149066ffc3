/* Inside the Frame: sizes all our frames on this page exactly, also those added later. Optional; MIT. */
(function () {
  const site = new URL('./', document.currentScript.src).href;
  const ours = function (frame) {
    return frame.src.indexOf(site) === 0;
  };
  const frames = function () {
    return [].filter.call(document.getElementsByTagName('iframe'), ours);
  };
  addEventListener('message', function (event) {
    const said = event.data;
    if (!said || said.type !== 'inside-the-frame:height' || !(said.height > 0 && said.height < 1e5)) return;
    frames().forEach(function (frame) {
      if (frame.contentWindow === event.source) frame.style.height = said.height + 'px';
    });
  });
  frames().forEach(function (frame) {
    frame.contentWindow.postMessage({ sentinel: 'amp', type: 'frames-init' }, '*');
  });
})();
