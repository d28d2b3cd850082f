// kopier.js - a button with data-kopier="id" copies the text of that element and leaves it marked.
// It is hidden until the script runs; [data-kopiert] beside it then says that it went well.
'use strict';
for (const button of document.querySelectorAll('[data-kopier]')) {
  button.hidden = false;
  button.addEventListener('click', () => {
    getSelection().selectAllChildren(document.getElementById(button.dataset.kopier));
    // The clipboard's own API is only there on https; a laptop in a hall may have none.
    const done = document.execCommand('copy');
    button.nextElementSibling.textContent = done ? button.nextElementSibling.dataset.kopiert : '';
  });
}
