/// The look of audit.html and its script: plain ES5, texts only by `createTextNode`.
enum AuditScript {
    static let style = """
        body{font:15px/1.5 "Microsoft YaHei","PingFang SC","Noto Sans CJK SC",sans-serif;margin:1.2em;color:#1f2a44;background:#fff}
        h1{font-size:1.4em;margin:0}h2{font-size:1.15em;margin:1.4em 0 .3em}h3{font-size:1em;margin:.6em 0 .2em}
        header p{color:#4a5563;margin:.3em 0 1em}
        form{margin:0 0 1em}label{margin-left:.6em}select{max-width:16em}input,select,button{font:inherit;padding:.2em .4em}
        table{border-collapse:collapse;width:100%}caption{text-align:left;color:#4a5563;padding:.2em 0}
        th,td{border:1px solid #c9d2de;padding:.3em .5em;text-align:left;vertical-align:top;font-weight:normal}
        thead th{background:#1f4e79;color:#fff;font-weight:bold}
        th button{border:0;background:none;padding:0;text-align:left;color:#04508f;text-decoration:underline;cursor:pointer}
        button:focus,a:focus,input:focus,select:focus{outline:3px solid #b35900;outline-offset:1px}
        .t td:nth-child(2),.t td:nth-child(3),.l{white-space:nowrap}.t td:nth-child(9){min-width:6em}.t td:nth-child(11){min-width:14em}.l{font-weight:bold}.green{background:#c6efce;color:#00561b}.green-behind{background:#e4f3d4;color:#3b5a00}
        .yellow{background:#ffeb9c;color:#6b4a00}.red{background:#ffc7ce;color:#8a0010}.none{background:#eceff3;color:#4a5563}
        .proof{background:#f7f9fc}.proof section{margin:.4em 0;border-left:4px solid #9dc3e6;padding-left:.7em}
        .proof dl{margin:.2em 0}dt{display:inline;color:#4a5563}dd{display:inline;margin:0 1.2em 0 .3em}
        pre{white-space:pre-wrap;word-wrap:break-word;margin:.2em 0;background:#fff;border:1px solid #dde3ea;padding:.3em .5em;font-family:inherit}
        mark{background:#ffd54a;color:#000;font-weight:bold}.n{color:#5f6b7a}.side{display:table;width:100%;table-layout:fixed}
        .side>div{display:table-cell;border:1px solid #c9d2de;padding:.4em;vertical-align:top}.side>.taken{background:#eef7ee}
        blockquote{margin:.2em 0}.pic{position:relative;display:table;margin:.2em 0;border:1px solid #c9d2de}
        .pic img{display:block;max-width:100%}.box{position:absolute;border:2px solid #c00000}
        @media print{body{margin:0;font-size:9pt}form,noscript{display:none}thead{display:table-header-group}tr,section{page-break-inside:avoid}
        th button{color:#000;text-decoration:none}.l,mark,thead th{-webkit-print-color-adjust:exact;print-color-adjust:exact}}
        """

    static let script = """
        (function(){
        "use strict";
        var data=JSON.parse(document.getElementById("data").textContent||document.getElementById("data").text),w=data.w;
        var table=document.getElementById("targets"),bodies=table?table.tBodies:[],rows=[],i;
        function make(name,text,kind){var e=document.createElement(name);if(text)e.appendChild(document.createTextNode(text));if(kind)e.className=kind;return e}
        function term(list,name,text){if(!text)return;list.appendChild(make("dt",name));list.appendChild(make("dd",text))}
        function lines(s){
        var box=make("div"),pre,j,k;
        if(!s.x)return box;
        for(j=0;j<s.x.length;j++){pre=make("pre");pre.appendChild(make("span",s.x[j][0]+" | ","n"));
        for(k=1;k<s.x[j].length;k++){if(s.x[j][k])pre.appendChild(k%2?document.createTextNode(s.x[j][k]):make("mark",s.x[j][k]))}
        box.appendChild(pre)}
        return box}
        function picture(p){
        var box=make("div",null,"pic"),image=make("img"),mark=make("span",null,"box"),names=["left","top","width","height"],j;
        image.src="data:image/png;base64,"+p[0];image.alt=w.picture;
        for(j=0;j<4;j++)mark.style[names[j]]=p[j+1]/10+"%";
        box.appendChild(image);box.appendChild(mark);
        return box}
        function source(id,full){
        var s=data.s[id],box=make("div"),list=make("dl");
        if(!s)return box;
        list.appendChild(make("dt",s.k+(s.y?" "+s.y:"")));list.appendChild(make("dd",s.n+" "+(s.v||"")));
        term(list,w.document,s.d);term(list,w.place,s.b+":"+s.l+(s.e?" · "+s.e:"")+(s.p?" · "+s.p:""));
        if(full)term(list,w.rule,s.r);
        term(list,w.address,s.a);
        box.appendChild(list);
        if(s.q)box.appendChild(make("blockquote",s.q));
        if(s.i)box.appendChild(picture(s.i));
        if(s.x){box.appendChild(make("span",w.lines,"n"));box.appendChild(lines(s))}
        else if(full)box.appendChild(make("p",w["no-proof"],"n"));
        return box}
        function conflict(number){
        var c=data.c[number],box=make("section"),side=make("div",null,"side"),j,part;
        if(!c)return box;
        box.appendChild(make("h3",w.conflict+" "+c.n+(c.r?" · "+c.r:"")));
        for(j=0;j<c.s.length;j++){part=make("div",null,c.s[j]===c.t?"taken":"");
        part.appendChild(make("strong",c.s[j]===c.t?w.taken:w["not-taken"]));part.appendChild(source(c.s[j],false));side.appendChild(part)}
        box.appendChild(side);
        return box}
        function proof(number){
        var row=data.rows[number],line=make("tr",null,"proof"),cell=make("td"),list=make("dl"),j,k,part,names=[["t",w.target],["b",w.base],["l",w.latest]];
        cell.colSpan=11;
        for(j=0;j<row.f.length;j++)term(list,row.f[j][0],row.f[j][1]);
        cell.appendChild(list);
        for(j=0;j<names.length;j++){if(!row[names[j][0]])continue;part=make("section");part.appendChild(make("h3",names[j][1]));
        for(k=0;k<row[names[j][0]].length;k++)part.appendChild(source(row[names[j][0]][k],true));cell.appendChild(part)}
        for(j=0;row.c&&j<row.c.length;j++)cell.appendChild(conflict(row.c[j]));
        line.appendChild(cell);
        return line}
        function open(r,is){
        if(is&&!r.proof){r.proof=proof(r.number);r.body.appendChild(r.proof)}
        if(r.proof)r.proof.style.display=is?"":"none";
        r.isOpen=is;r.button.setAttribute("aria-expanded",is?"true":"false")}
        function cells(body){return body.rows[0].cells}
        function textOf(e){return e.textContent===undefined?e.innerText:e.textContent}
        function add(body,number){
        var r={body:body,number:number,button:body.getElementsByTagName("button")[0],isOpen:false},c=cells(body);
        r.text=textOf(body).toLowerCase();r.lamp=textOf(c[7]);r.unit=textOf(c[9]);r.plan=textOf(c[10]);
        r.button.onclick=function(){open(r,!r.isOpen)};
        r.button.onkeydown=function(event){var e=event||window.event,step=e.keyCode===40?1:e.keyCode===38?-1:0,at=number+step;
        if(!step)return;
        while(rows[at]&&rows[at].body.style.display==="none")at+=step;
        if(rows[at]){rows[at].button.focus();if(e.preventDefault)e.preventDefault();else e.returnValue=false}};
        rows.push(r)}
        for(i=0;i<bodies.length;i++)add(bodies[i],i);
        function byId(id){return document.getElementById(id)}
        var lists=[["f-unit","unit"],["f-lamp","lamp"],["f-plan","plan"]];
        function fill(id,name){
        var list=byId(id),seen={},values=[],j;
        for(j=0;j<rows.length;j++){var v=rows[j][name];if(v&&!seen.hasOwnProperty(v)){seen[v]=true;values.push(v)}}
        values.sort();
        for(j=0;j<values.length;j++){var o=make("option",values[j]);o.value=values[j];list.appendChild(o)}}
        function apply(){
        var q=byId("q").value.toLowerCase(),count=0,j,k,is;
        for(j=0;j<rows.length;j++){is=rows[j].text.indexOf(q)>=0;
        for(k=0;is&&k<lists.length;k++){var v=byId(lists[k][0]).value;if(v&&rows[j][lists[k][1]]!==v)is=false}
        rows[j].body.style.display=is?"":"none";if(is)count++}
        var out=byId("count");while(out.firstChild)out.removeChild(out.firstChild);
        out.appendChild(document.createTextNode(w.shown.replace("{}",count).replace("{}",rows.length)))}
        function has(list,id){for(var j=0;list&&j<list.length;j++)if(list[j]===id)return true;return false}
        function follow(){
        var id=location.hash.slice(1),j,k,names=["t","l","b"];
        try{id=decodeURIComponent(id)}catch(ignored){}
        if(!id)return;
        for(k=0;k<names.length;k++)for(j=0;j<rows.length;j++)if(has(data.rows[j][names[k]],id)||k===0&&rows[j].body.rows[0].id===id){
        rows[j].body.style.display="";open(rows[j],true);rows[j].body.scrollIntoView();rows[j].button.focus();return}}
        if(table){
        byId("filters").removeAttribute("hidden");
        for(i=0;i<lists.length;i++){fill(lists[i][0],lists[i][1]);byId(lists[i][0]).onchange=apply}
        byId("q").oninput=apply;byId("q").onkeyup=apply;
        byId("filters").onsubmit=function(){return false};
        byId("filters").onreset=function(){setTimeout(apply,0)};
        byId("all").onclick=function(){
        var is=byId("all").getAttribute("data-open")!=="yes",j;
        for(j=0;j<rows.length;j++)if(rows[j].body.style.display!=="none")open(rows[j],is);
        byId("all").setAttribute("data-open",is?"yes":"no");byId("all").firstChild.nodeValue=is?w["close-all"]:w["open-all"]};
        apply();window.onhashchange=follow;follow()}
        var place=byId("conflicts"),number;
        if(place)for(number in data.c)if(data.c.hasOwnProperty(number))place.appendChild(conflict(number));
        })();
        """
}
