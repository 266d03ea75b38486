/**
 * The little that a page does better with script than without: going back, selecting a link, a slider over moments, `/` to search, and
 * keeping what was typed when a form is answered by a page that says no.
 */
export const SCRIPT = `
for (const link of document.querySelectorAll('[data-back]'))
  link.addEventListener('click', (event) => {
    if (history.length > 1) { event.preventDefault(); history.back(); }
  });
for (const field of document.querySelectorAll('[data-select]')) {
  field.addEventListener('focus', () => field.select());
  field.focus();
}
for (const select of document.querySelectorAll('select[data-slider]')) {
  const slider = document.createElement('input');
  slider.type = 'range';
  slider.min = '0';
  slider.max = String(select.options.length - 1);
  slider.value = String(select.selectedIndex);
  slider.setAttribute('aria-label', document.querySelector('label[for="' + select.id + '"]').textContent);
  const say = () => slider.setAttribute('aria-valuetext', select.options[select.selectedIndex].text);
  slider.addEventListener('input', () => { select.selectedIndex = Number(slider.value); say(); });
  slider.addEventListener('change', () => select.form.requestSubmit());
  select.addEventListener('change', () => { slider.value = String(select.selectedIndex); say(); });
  say();
  select.before(slider);
}
document.addEventListener('keydown', (event) => {
  const typing = /^(INPUT|TEXTAREA|SELECT)$/.test(document.activeElement.tagName);
  const search = document.getElementById('typed');
  if (event.key === '/' && !typing && search) { event.preventDefault(); search.focus(); search.select(); }
});
document.addEventListener('keydown', (event) => {
  const active = document.activeElement;
  const typing = /^(TEXTAREA|SELECT)$/.test(active.tagName) || (active.tagName === 'INPUT' && active.type !== 'radio');
  if (typing || event.ctrlKey || event.metaKey || event.altKey || !/^[a-z]$/.test(event.key)) return;
  const chosen = document.querySelector('[data-key="' + event.key + '"]');
  if (!chosen) return;
  event.preventDefault();
  chosen.click();
  if (chosen.type === 'radio') document.getElementById('reason').focus();
});
for (const form of document.querySelectorAll('form[data-passkey]'))
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    const failed = form.querySelector('[data-failed]');
    failed.hidden = true;
    try {
      const asked = await (await fetch(form.dataset.ask, {method: 'POST', body: new URLSearchParams(new FormData(form))})).json();
      const key = form.dataset.passkey === 'make'
        ? await navigator.credentials.create({publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(asked)})
        : await navigator.credentials.get({publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(asked)});
      const said = document.createElement('input');
      said.type = 'hidden';
      said.name = '_passkey';
      said.value = JSON.stringify(key.toJSON());
      form.append(said);
      form.submit();
    } catch {
      failed.hidden = false;
      for (const button of form.querySelectorAll('button')) button.disabled = false;
    }
  });
for (const form of document.querySelectorAll('form[method=post]:not([data-passkey])'))
  form.addEventListener('submit', () => {
    for (const button of form.querySelectorAll('button')) setTimeout(() => { button.disabled = true; }, 0);
  });
for (const form of document.querySelectorAll('form[data-live]')) {
  const place = document.getElementById('becomes');
  let waiting;
  let asked = 0;
  form.addEventListener('input', () => {
    clearTimeout(waiting);
    waiting = setTimeout(async () => {
      const turn = ++asked;
      try {
        const answer = await fetch(form.dataset.live, {method: 'POST', body: new URLSearchParams(new FormData(form))});
        const said = new DOMParser().parseFromString(await answer.text(), 'text/html');
        const fresh = said.getElementById('becomes');
        if (turn !== asked || !fresh) return;
        const faults = said.getElementById('faults');
        place.replaceChildren(...(faults ? [faults] : fresh.childNodes));
      } catch {}
    }, 400);
  });
}
addEventListener('pageshow', () => {
  for (const button of document.querySelectorAll('form[method=post] button')) button.disabled = false;
});
`;
