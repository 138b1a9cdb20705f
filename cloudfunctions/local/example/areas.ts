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
  short: name.replace(/(土家族|苗族|侗族|瑶族)+(自治州|自治县)$|[市县区]$/, ''),
})
const city = (own: Area, ...counties: Area[]): City => ({ ...own, counties })

export const province = { id: 'hunan', code: '430000', name: '湖南省' }

export const cities: City[] = [
  city(
    area('430100', '长沙市', 'changsha', 1900, 'diligent'),
    area('430121', '长沙县', 'changsha-county', 620, 'diligent'),
    area('430181', '浏阳市', 'liuyang', 540, 'steady'),
    area('430182', '宁乡市', 'ningxiang', 480, 'honoursCollector'),
    area('430112', '望城区', 'wangcheng', 360, 'lateReporter'),
  ),
  city(
    area('430200', '株洲市', 'zhuzhou', 1250, 'steady'),
    area('430281', '醴陵市', 'liling', 430, 'diligent'),
    area('430223', '攸县', 'youxian', 210, 'eventsOnly'),
    area('430224', '茶陵县', 'chaling', 140, 'quiet'),
  ),
  city(
    area('430300', '湘潭市', 'xiangtan', 1050, 'honoursCollector'),
    area('430321', '湘潭县', 'xiangtan-county', 230, 'steady'),
    area('430381', '湘乡市', 'xiangxiang', 190, 'bigAttendance'),
    area('430382', '韶山市', 'shaoshan', 105, 'diligent'),
  ),
  city(
    area('430400', '衡阳市', 'hengyang', 1150, 'eventsOnly'),
    area('430481', '耒阳市', 'leiyang', 200, 'lateReporter'),
    area('430482', '常宁市', 'changning', 180, 'steady'),
    area('430424', '衡东县', 'hengdong', 170, 'newcomer'),
  ),
  city(
    area('430500', '邵阳市', 'shaoyang', 1200, 'lateReporter'),
    area('430582', '邵东市', 'shaodong', 330, 'diligent'),
    area('430581', '武冈市', 'wugang', 130, 'quiet'),
    area('430529', '城步苗族自治县', 'chengbu', 60, 'eventsOnly'),
  ),
  city(
    area('430600', '岳阳市', 'yueyang', 1350, 'steady'),
    area('430681', '汨罗市', 'miluo', 260, 'honoursCollector'),
    area('430626', '平江县', 'pingjiang', 240, 'steady'),
  ),
  city(
    area('430700', '常德市', 'changde', 1200, 'diligent'),
    area('430726', '石门县', 'shimen', 150, 'steady'),
    area('430725', '桃源县', 'taoyuan', 170, 'bigAttendance'),
    area('430781', '津市市', 'jinshi', 120, 'newcomer'),
  ),
  city(
    area('430800', '张家界市', 'zhangjiajie', 260, 'quiet'),
    area('430821', '慈利县', 'cili', 110, 'steady'),
  ),
  city(
    area('430900', '益阳市', 'yiyang', 900, 'bigAttendance'),
    area('430981', '沅江市', 'yuanjiang', 160, 'lateReporter'),
    area('430923', '安化县', 'anhua', 150, 'honoursCollector'),
  ),
  city(
    area('431000', '郴州市', 'chenzhou', 1000, 'steady'),
    area('431081', '资兴市', 'zixing', 170, 'diligent'),
    area('431022', '宜章县', 'yizhang', 140, 'silentReporter'),
  ),
  city(
    area('431100', '永州市', 'yongzhou', 950, 'newcomer'),
    area('431181', '祁阳市', 'qiyang', 210, 'steady'),
    area('431126', '宁远县', 'ningyuan', 160, 'eventsOnly'),
  ),
  city(
    area('431200', '怀化市', 'huaihua', 700, 'silentReporter'),
    area('431281', '洪江市', 'hongjiang', 90, 'steady'),
    area('431224', '溆浦县', 'xupu', 110, 'quiet'),
  ),
  city(
    area('431300', '娄底市', 'loudi', 850, 'honoursCollector'),
    area('431382', '涟源市', 'lianyuan', 200, 'steady'),
    area('431322', '新化县', 'xinhua', 210, 'bigAttendance'),
  ),
  city(
    area('433100', '湘西土家族苗族自治州', 'xiangxi', 320, 'lateReporter'),
    area('433101', '吉首市', 'jishou', 85, 'steady'),
    area('433123', '凤凰县', 'fenghuang', 70, 'honoursCollector'),
    area('433130', '龙山县', 'longshan', 75, 'quiet'),
  ),
]
