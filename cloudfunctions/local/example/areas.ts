/**
 * Where the example happens: real names and area codes of Hunan's cities and of some of its counties. Everything
 * else about them here (habits, numbers of enterprises, targets) is invented.
 */
import type { HabitName } from './habits'

export type Area = {
  /** The platform's id. */
  id: string
  code: string
  name: string
  /** For the names of enterprises and places. */
  short: string
  habit: HabitName
  /** Invented: 规模工业企业, from which the number of the year is made. */
  enterprises: number
}
export type City = Area & { counties: Area[] }

const area = (code: string, name: string, id: string, enterprises: number, habit: HabitName): Area => ({
  ...{ id, code, name, enterprises, habit },
  short: name.replace(/(土家族|苗族|侗族|瑶族)+(自治州|自治县)$|[省市县区]$/, ''),
})
const city = (own: Area, ...counties: Area[]): City => ({ ...own, counties })

export const province = area('430000', '湖南省', 'hunan', 3000, 'steady')

export const cities: City[] = [
  city(
    area('430100', '长沙市', 'changsha', 4800, 'diligent'),
    area('430121', '长沙县', 'changsha-county', 1240, 'diligent'),
    area('430181', '浏阳市', 'liuyang', 1080, 'steady'),
    area('430182', '宁乡市', 'ningxiang', 960, 'honoursCollector'),
    area('430112', '望城区', 'wangcheng', 720, 'lateReporter'),
  ),
  city(
    area('430200', '株洲市', 'zhuzhou', 1870, 'steady'),
    area('430281', '醴陵市', 'liling', 860, 'diligent'),
    area('430223', '攸县', 'youxian', 420, 'eventsOnly'),
    area('430224', '茶陵县', 'chaling', 280, 'quiet'),
  ),
  city(
    area('430300', '湘潭市', 'xiangtan', 1130, 'honoursCollector'),
    area('430321', '湘潭县', 'xiangtan-county', 460, 'steady'),
    area('430381', '湘乡市', 'xiangxiang', 380, 'bigAttendance'),
    area('430382', '韶山市', 'shaoshan', 105, 'diligent'),
  ),
  city(
    area('430400', '衡阳市', 'hengyang', 1320, 'eventsOnly'),
    area('430481', '耒阳市', 'leiyang', 400, 'lateReporter'),
    area('430482', '常宁市', 'changning', 360, 'steady'),
    area('430424', '衡东县', 'hengdong', 340, 'newcomer'),
  ),
  city(
    area('430500', '邵阳市', 'shaoyang', 1200, 'lateReporter'),
    area('430582', '邵东市', 'shaodong', 660, 'diligent'),
    area('430581', '武冈市', 'wugang', 260, 'quiet'),
    area('430529', '城步苗族自治县', 'chengbu', 60, 'eventsOnly'),
  ),
  city(
    area('430600', '岳阳市', 'yueyang', 1350, 'steady'),
    area('430681', '汨罗市', 'miluo', 520, 'honoursCollector'),
    area('430626', '平江县', 'pingjiang', 480, 'steady'),
  ),
  city(
    area('430700', '常德市', 'changde', 1200, 'diligent'),
    area('430726', '石门县', 'shimen', 300, 'steady'),
    area('430725', '桃源县', 'taoyuan', 340, 'bigAttendance'),
    area('430781', '津市市', 'jinshi', 240, 'newcomer'),
  ),
  city(
    area('430800', '张家界市', 'zhangjiajie', 260, 'quiet'),
    area('430821', '慈利县', 'cili', 220, 'steady'),
  ),
  city(
    area('430900', '益阳市', 'yiyang', 900, 'bigAttendance'),
    area('430981', '沅江市', 'yuanjiang', 320, 'lateReporter'),
    area('430923', '安化县', 'anhua', 300, 'honoursCollector'),
  ),
  city(
    area('431000', '郴州市', 'chenzhou', 1000, 'steady'),
    area('431081', '资兴市', 'zixing', 340, 'diligent'),
    area('431022', '宜章县', 'yizhang', 280, 'silentReporter'),
  ),
  city(
    area('431100', '永州市', 'yongzhou', 950, 'newcomer'),
    area('431181', '祁阳市', 'qiyang', 420, 'steady'),
    area('431126', '宁远县', 'ningyuan', 320, 'eventsOnly'),
  ),
  city(
    area('431200', '怀化市', 'huaihua', 700, 'silentReporter'),
    area('431281', '洪江市', 'hongjiang', 90, 'steady'),
    area('431224', '溆浦县', 'xupu', 220, 'quiet'),
  ),
  city(
    area('431300', '娄底市', 'loudi', 980, 'honoursCollector'),
    area('431382', '涟源市', 'lianyuan', 400, 'steady'),
    area('431322', '新化县', 'xinhua', 420, 'bigAttendance'),
  ),
  city(
    area('433100', '湘西土家族苗族自治州', 'xiangxi', 320, 'lateReporter'),
    area('433101', '吉首市', 'jishou', 85, 'steady'),
    area('433123', '凤凰县', 'fenghuang', 70, 'honoursCollector'),
    area('433130', '龙山县', 'longshan', 75, 'quiet'),
  ),
]
