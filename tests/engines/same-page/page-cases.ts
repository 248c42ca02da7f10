/**
 * Pages as learners write them, and what a suite asks of them: `html ++ main.js → expression`. Without a doctype the HTML is what is in the
 * body; `++` and a script are left out where there is none. ⏎: a new line. `$` finds an element, `$$` all of them.
 */
export const PAGES = String.raw`
<p id="count">1</p> ++ $('#count').textContent = 0 → $('#count').textContent
<p id="count">1</p> ++ $('#count').innerText = 1 → $('#count').textContent
<p id="count">1</p> ++ $('#count').textContent = null → $('#count').textContent
<p id="count">1</p> ++ $('#count').textContent = undefined → $('#count').textContent
<p id="count">1</p> ++ $('#count').innerHTML = 0 → $('#count').innerHTML
<p id="count">1</p> ++ $('#count').append(0, null, undefined, false) → $('#count').textContent
<p id="count">1</p> ++ $('#count').append(['a', 'b']) → $('#count').textContent
<p id="count">1</p> ++ $('#count').innerText = 'a\nb' → $('#count').innerHTML
<p id="count">1</p> ++ $('#count').className = 3 → $('#count').getAttribute('class')
<p id="count">1</p> ++ $('#count').id = 0 → document.getElementById('0').textContent
<p id="count">1</p> ++ $('#count').title = true → $('#count').getAttribute('title')
<p id="count">1</p> ++ $('#count').setAttribute('data-a', null) → $('#count').dataset.a
<p id="count">1</p> ++ $('#count').dataset.twoWords = 1 → $('#count').getAttribute('data-two-words')
<p id="count">1</p> ++ $('#count').hidden = 'no' → [$('#count').hidden, $('#count').hasAttribute('hidden')]
<p id="count">1</p> ++ $('#count').classList.toggle('on', 0) → $('#count').className
<p id="count">1</p> ++ $('#count').classList = 'a b' → $('#count').classList.length
<p id="count">1</p> ++ $('#count').style = 'color: red' → $('#count').style.color
<p id="count">1</p> ++ $('#count').style.color = 'nonsense' → $('#count').getAttribute('style')
<p id="count">1</p> ++ $('#count').style.paddingTop = 5 → $('#count').style.paddingTop
<p id="count">1</p> ++ $('#count').style.backgroundColor = 'RED' → $('#count').style.cssText
<p id="count">1</p> ++ count.textContent = 'by its id' → $('#count').textContent
<p id="count">1</p><button id="plus">+</button> ++ plus.addEventListener('click', () => { count.textContent = +count.textContent + 1 }) → ($('#plus').click(), $('#count').textContent)
<p id="count">1</p><button id="plus">+</button> ++ $('#plus').onclick = () => $('#count').textContent++ → ($('#plus').click(), $('#plus').click(), $('#count').textContent)
<p id="count">1</p><button id="plus">+</button> ++ $('#plus').addEventListener('click', { handleEvent() { $('#count').textContent = 'object' } }) → ($('#plus').click(), $('#count').textContent)
<p id="count">1</p><button id="plus">+</button> ++ $('#plus').addEventListener('click', () => { $('#count').textContent += 'x' }, { once: true }) → ($('#plus').click(), $('#plus').click(), $('#count').textContent)
<p id="count">1</p><button id="plus" disabled>+</button> ++ $('#plus').addEventListener('click', () => { $('#count').textContent = 'clicked' }) → ($('#plus').click(), $('#count').textContent)
<p id="count">1</p><button id="plus">+</button> ++ $('#plus').addEventListener('Click', () => { $('#count').textContent = 'clicked' }) → ($('#plus').click(), $('#count').textContent)
<p id="count">1</p><label>Yes <input type="checkbox" id="yes"></label> ++ $('#yes').addEventListener('change', (event) => { $('#count').textContent = event.target.checked }) → ($('label').click(), $('#count').textContent)
<ul id="list"></ul> ++ $('#list').insertAdjacentElement('beforeEnd', document.createElement('li')) → $('#list').innerHTML
<ul id="list"></ul> ++ $('#list').insertAdjacentHTML('BEFOREEND', '<li>a') → $('#list').innerHTML
<ul id="list"></ul> ++ try { $('#list').insertAdjacentHTML('nope', 'x') } catch (error) { $('#list').textContent = error.name } → $('#list').textContent
<ul id="list"></ul> ++ $('#list').innerHTML = '<li>a<li>b' → $('#list').children.length
<ul id="list"></ul> ++ $('#list').innerHTML += '<li>a'; $('#list').innerHTML += '<li>b' → $('#list').innerHTML
<ul id="list"></ul> ++ $('#list').append('<li>a</li>') → $('#list').innerHTML
<ul id="list"></ul> ++ const li = document.createElement('LI'); li.append('a'); $('#list').append(li, li) → $('#list').innerHTML
<ul id="list"></ul> ++ try { document.createElement('<li>') } catch (error) { $('#list').textContent = error.name } → $('#list').textContent
<ul id="list"><li>a</li></ul> ++ for (const li of $('#list').children) li.remove() → $('#list').innerHTML
<ul id="list"><li>a</li><li>b</li></ul> ++ for (const li of $('#list').children) li.remove() → $('#list').children.length
<ul id="list"><li>a</li><li>b</li></ul> ++ document.querySelectorAll('li').forEach((li, at) => { li.textContent = at }) → $('#list').textContent
<ul id="list"><li>a</li><li>b</li></ul> ++ $('#list').replaceChildren('x', 1) → $('#list').innerHTML
<ul id="list"><li>a</li><li>b</li></ul> → [$('#list').firstChild.nodeName, $('#list').lastElementChild.textContent, $('#list').childElementCount]
<ul id="list"> <li>a</li> </ul> → [$('#list').childNodes.length, $('#list').children.item(0).textContent]
<p>one<ul><li>two</li></ul>three</p> → [$('p').textContent, $$('p').length, $('ul').parentElement.localName]
<p>one<div>two</div></p> → [$$('p').length, $('div').parentElement.localName]
<p>one<h2>two</h2>three → [$('p').textContent, $('h2').parentElement.localName]
<p>one<p>two → $$('p').length
<p>one<table><tr><td>x</table></p> → [$('table').parentElement.localName, $$('p').length]
<h1>one<h2>two</h2></h1> → $('h2').parentElement.localName
<a href="#a">one<a href="#b">two</a></a> → [$$('a').length, $('a').textContent]
<button>one<button>two</button></button> → [$$('button').length, $('button').textContent]
<form id="a"><form id="b"><input></form></form> → [$$('form').length, $('input').form.id]
<ul><li>one<li>two</ul> → $$('ul > li').length
<ul><li>one<ul><li>two</ul></ul> → [$$('ul').length, $('ul ul').parentElement.localName]
<dl><dt>a<dd>b<dt>c</dl> → $('dl').children.length
<select><option>a<option>b</select> → [$('select').options.length, $('select').value]
<select><p>a</p><option>b</select> → $('select').options.length
<table><tr><td>a<td>b<tr><td>c</table> → [$$('tbody').length, $$('tr').length, $('td').textContent]
<table><p>out</p><tr><td>a</table> → [$('p').nextElementSibling.localName, $$('td').length]
<table>text<tr><td>a</table> → $('table').previousSibling.textContent
<tr><td>a</td></tr> → [$$('td').length, document.body.textContent.trim()]
<li>alone → $('li').parentElement.localName
<b>one<i>two</b>three</i> → document.body.innerHTML.trim()
<b><p>one</b>two</p> → document.body.innerHTML.trim()
<div/><p>in</p> → $('p').parentElement.localName
<br/>a<img/>b<p/>c → [$('p').textContent.trim(), $$('br').length]
</br>a</p>b → document.body.innerHTML.trim()
<P ID=A>a</P> → [$('p').id, $('p').localName, $('P').tagName]
<p id=a class=b c>a → [$('p').id, $('p').className, $('p').hasAttribute('c')]
<p id="a" id="b">a → $('p').id
<p id='a">b</p><p id='c'>d → $$('p').length
<p id="a>b</p><p id="c">d → $$('p').length
<p id=“a”>b → $('p').id
<p CLASS="x  y x">b → [$('p').classList.length, $('p').className]
<p>a &amp b &lt; c &nbsp;d &eacute; &notit; → $('p').textContent
<p>&copy &euro; &#8364; &#x20AC; &#128; → $('p').textContent
<p>a < b > c</p> → $('p').textContent
<p>a <3 b</p> → $('p').textContent
<p>1 <b 2</b></p> → $('p').innerHTML
<!-- a -- b -->c<!-->d --> → document.body.textContent.trim()
<!-- a <p>b</p> → $$('p').length
<! a ><p>b → $$('p').length
<?php a ?><p>b → $$('p').length
<textarea><p>a</p></textarea> → [$$('p').length, $('textarea').value]
<textarea>⏎a</textarea> → $('textarea').value
<pre>⏎a⏎</pre> → $('pre').textContent
<style>p { color: red </style><p>a → $('style').textContent
<p>a b</p> → $('p').textContent
<input\u00a0id="a"><label for="a">A</label> → [$('label').control?.localName ?? null, $$('input').length]
<input id="a"\u00a0required> → $$('[required]').length
<label for="a">A</label><input id="a\u00a0"> → $('label').control?.localName ?? null
<label for="a">A</label><input id="A"> → $('label').control?.localName ?? null
<label>A <input id="a"></label> → [$('#a').labels.length, $('label').control.id]
<label for="a">A<input id="b"></label><input id="a"> → $('label').control.id
<input type="emial" value="a"> → [$('input').type, $('input').value]
<input type="email" required> → [$('input').validity.valueMissing, $('input').checkValidity(), $('input').matches(':invalid')]
<input type="email" value="a@b"> → $('input').validity.valid
<input type="email" value="a b"> → $('input').validity.typeMismatch
<input type="number" value="a"> → $('input').value
<input type="number" value="3,5"> → $('input').value
<input type="number" value="7" max="5"> → [$('input').valueAsNumber, $('input').validity.rangeOverflow]
<input type="number" value="1.5"> → $('input').validity.stepMismatch
<input type="date" value="2026-13-01"> → $('input').value
<input type="date" value="01/02/2026"> → $('input').value
<input type="range" min="0" max="10"> → $('input').value
<input type="color" value="red"> → $('input').value
<input pattern="[0-9]{4}" value="12345"> → $('input').validity.patternMismatch
<input maxlength="3" value="abcd"> → [$('input').maxLength, $('input').validity.tooLong]
<input type="checkbox" checked="false"> → [$('input').checked, $('input').value]
<input type="radio" name="a" checked id="x"><input type="radio" name="a" checked id="y"> → [$('#x').checked, $('#y').checked]
<input value="a"> ++ $('input').value = 5 → [$('input').value, $('input').getAttribute('value')]
<input value="a"> ++ $('input').value = null → $('input').value
<input type="checkbox"> ++ $('input').value = undefined → $('input').value
<select><option value="1">a</option><option selected>b</option></select> ++ $('select').value = '1' → [$('select').selectedIndex, $('select').selectedOptions[0].text]
<select><option>a</option></select> ++ $('select').value = 'none' → [$('select').value, $('select').selectedIndex]
<form><input name="a" value="1"><input value="2"><button name="b">x</button></form> → [...new FormData($('form'))].join()
<form><input name="a" required><button>x</button></form> ++ $('form').addEventListener('submit', (event) => { event.preventDefault(); $('button').textContent = 'sent' }) → ($('button').click(), $('button').textContent)
<form><input name="a"><button>x</button></form> ++ $('form').addEventListener('submit', (event) => { event.preventDefault(); $('button').textContent = event.submitter.localName }) → ($('button').click(), $('button').textContent)
<form><input name="a"><button type="button">x</button></form> ++ $('form').addEventListener('submit', (event) => { event.preventDefault(); $('button').textContent = 'sent' }) → ($('button').click(), $('button').textContent)
<form><input name="a" value="1"><button type="reset">x</button></form> ++ $('input').value = '2' → ($('button').click(), $('input').value)
<form><input name="id"><input name="a"></form> → [typeof $('form').id, $('form').elements.a.name, $('form').length]
<form id="f"></form><input form="f" name="a"> → [$('#f').elements.length, $('input').form.id]
<details><summary>a</summary>b</details> → ($('summary').click(), $('details').open)
<dialog>a</dialog> ++ $('dialog').show() → [$('dialog').open, $('dialog').hasAttribute('open')]
<a href="page.html">a</a> → [$('a').getAttribute('href'), $('a').hash]
<img src="a.png" alt=""> → [$('img').alt, $('img').getAttribute('src')]
<img alt="a" width="10px" height=5> → [$('img').width, $('img').getAttribute('height')]
<template><p>a</p></template> → [$$('p').length, $('template').content.children.length]
<svg><title>a</title><circle r="1"/></svg> → [document.title, $('circle').localName, $('svg').namespaceURI]
<svg viewbox="0 0 1 1"></svg> → $('svg').getAttribute('viewBox')
<math><mi>x</mi></math><p>b → $$('p').length
<center><font color=red>a</font></center> → $('font').color
<my-card>a</my-card> → [$('my-card').localName, $('my-card').textContent]
<p hidden>a</p><p>b</p> → [$('p').hidden, $('p').checkVisibility()]
<p style="COLOR: RED; padding: nonsense">a</p> → [$('p').style.color, $('p').style.padding]
<p style="color: red; margin: 1px 2px">a</p> → [$('p').style.marginLeft, $('p').style.margin]
<p contenteditable>a</p> → [$('p').isContentEditable, $('p').contentEditable]
<p tabindex="a">b</p> → $('p').tabIndex
<p data-user-name="a">b</p> → JSON.stringify({ ...$('p').dataset })
<p class="a">b</p> → [$('p').matches('.A'), $('p').closest('body') === document.body]
<p id="1">b</p> → (() => { try { return $('#1').textContent } catch (error) { return error.name } })()
<p>b</p> → (() => { try { return $('p:nonsense') } catch (error) { return error.name } })()
<p>b</p> → (() => { try { return $('') } catch (error) { return error.name } })()
<p>b</p> → [$('p ').textContent, $('.none'), $$('.none').length]
<!doctype html><html lang="en"><head><title>x</title><script src="main.js"></script></head><body><p id="count">1</p></body></html> ++ if ($('#count')) $('#count').textContent = 'too early' → $('#count').textContent
<!doctype html><html lang="en"><head><title>x</title><script defer src="main.js"></script></head><body><p id="count">1</p></body></html> ++ $('#count').textContent = 'in time' → $('#count').textContent
<!doctype html><html lang="en"><head><title>x</title></head><body><p id="count">1</p><script src="main.js"></script></body></html> ++ $('#count').textContent = 'in time' → $('#count').textContent
<!doctype html><html lang="en"><head><title>Open</head><body><p>a</p></body></html> → [document.title.includes('<body>'), $$('p').length]
<!doctype html><html lang="en"><head><title>A</title><body><p>a → [document.title, $('p').parentElement.localName]
<!doctype html><title>A</title><p>a → [document.documentElement.lang, $('p').parentElement.localName, document.head.children.length]
<!doctype html><html><head><title> A⏎ b </title></head></html> → document.title
<!doctype html><html><head><title>A</title><title>B</title></head></html> → document.title
<!doctype html><html><head><p>a</p><title>B</title></head></html> → [$('title').parentElement.localName, document.title]
<!doctype html><html LANG=fr><head><title>A &amp; B</title></head></html> → [document.documentElement.lang, document.title]
<!doctype html><html lang="en"><head><meta charset="utf-8"><title>é €</title></head></html> → document.title
<!doctype html><html><body class="a"><body class="b" id="c">x</html> → [document.body.className, document.body.id]
<!doctype html><html><head></head><p>a</p><body><p>b</p></body></html><p>c</p> → [$$('body > p').length, $$('body').length]
<!doctype html><html><head><style>p { color: red }</style></head><body><p>a</p></body></html> → getComputedStyle($('p')).color
<!doctype html><html><head><style>p { color: red }<body><p>a</p></body></html> → $$('p').length
`
	.trim()
	.split('\n');
