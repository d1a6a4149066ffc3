/* Inside the Frame: <frame-figure name="rate" height="700">caption</frame-figure>. Optional; MIT. */
(function () {
  const site = new URL('./', document.currentScript.src).href;
  const words = ['theme', 'step', 'bg', 'controls', 'tab', 'lang', 'motion', 'mode'];
  class FrameFigure extends HTMLElement {
    connectedCallback() {
      addEventListener('message', this);
      if (this.frame || !/^[a-z]+$/.test(this.getAttribute('name') || '')) return;
      const query = new URLSearchParams();
      for (const word of words) if (this.getAttribute(word)) query.set(word, this.getAttribute(word));
      const version = this.getAttribute('version');
      const frame = (this.frame = document.createElement('iframe'));
      frame.src =
        site +
        (/^[\w.-]+$/.test(version || '') ? 'v/' + version + '/' : '') +
        'embed/' +
        this.getAttribute('name') +
        '/' +
        (query.size ? '?' + query : '');
      frame.title = this.getAttribute('title') || this.textContent.trim().slice(0, 150);
      frame.loading = 'lazy';
      frame.height = this.getAttribute('height') || 700;
      frame.style.cssText = 'display:block;border:0;width:100%';
      frame.setAttribute('scrolling', 'no');
      this.style.display = 'block';
      // The caption stays below the frame: it is what remains when the frame cannot be had.
      this.prepend(frame);
    }
    handleEvent(event) {
      const said = event.data;
      if (!this.frame || event.source !== this.frame.contentWindow || !said) return;
      if (said.type === 'inside-the-frame:height' && said.height > 0 && said.height < 1e5)
        this.frame.style.height = said.height + 'px';
    }
    disconnectedCallback() {
      removeEventListener('message', this);
    }
  }
  if (!customElements.get('frame-figure')) customElements.define('frame-figure', FrameFigure);
})();
