/** What lies beside exported evidence; every command is tried by a test. */
export const recipe = `怎样自己核对(只需要 openssl 1.1.1 或更新的版本，不需要本平台)

文件：
  event-记录编号-序号.txt   一件记录的一步，原样字节
  seal-封条号.txt           一条封条，列出它封存的每一步
  day-日期.txt              一天的存证，列出当天的每条封条
  expected                  平台给出的校验值，只作对照，不作依据

一、每一步都在，前后相接。算出任意一步的校验值：
    openssl dgst -sm3 -r event-*-0001.txt
  下一步(0002)的第一行里写着同一个值；第一步那里是空的。

二、这一步封存过。用第一步算出的值，在封条里找：
    grep 算出的值 seal-*.txt

三、封条在当天的存证里。算出封条的校验值，在那一天的文件里找：
    openssl dgst -sm3 -r seal-*.txt
    grep 算出的值 day-*.txt

四、那一天的存证就是当时公布的。算出那一天的校验值，与您抄下的、报上登的、公示栏贴的比：
    openssl dgst -sm3 -r day-*.txt
  简码是它的前 16 位。不要只与本平台现在的网页比：要与当时留下的那一份比。

一次算完，并与平台给出的对照(没有任何输出就是全部一致)：
    openssl dgst -sm3 -r *.txt | diff expected -
`
