import { LineChart } from '@/components/charts/line-chart';
import { Card } from '@/components/ui/card';
import type { Measure } from '@/lib/declare/measures';

interface MeasureChartsProps {
  weights: readonly Measure[];
  water: readonly Measure[];
  baseline: Measure | null;
  zone: string;
}

/** The share of its baseline below which an animal under restriction is looked after. */
const limit = 0.85;

/** What was weighed and drunk over time, from the logs. */
export function MeasureCharts({ weights, water, baseline, zone }: MeasureChartsProps) {
  if (weights.length === 0 && water.length === 0) return null;
  const guides = baseline
    ? [{ value: baseline.value * limit, label: `85% of ${baseline.value.toLocaleString('en')} g` }]
    : [];
  return (
    <Card title="Weight and water">
      <div className="grid gap-6 lg:grid-cols-2">
        {weights.length > 0 ? (
          <div>
            <h3 className="mb-2 text-sm font-medium">Weight, g</h3>
            <LineChart title="Weight" label="Weight" unit="g" points={weights} guides={guides} zone={zone} />
          </div>
        ) : null}
        {water.length > 0 ? (
          <div>
            <h3 className="mb-2 text-sm font-medium">Water, mL</h3>
            <LineChart title="Water" label="Water" unit="mL" points={water} from="zero" zone={zone} />
          </div>
        ) : null}
      </div>
    </Card>
  );
}
