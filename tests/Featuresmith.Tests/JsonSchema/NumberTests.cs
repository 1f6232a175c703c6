using System.Globalization;
using System.Numerics;
using FsCheck;
using FsCheck.Fluent;
using Json.Schema.Values;
using NUnit.Framework;
using Shouldly;

namespace Featuresmith.Tests.JsonSchema;

public sealed class NumberTests
{
    [TestCase("1", "1.0")]
    [TestCase("1", "1e0")]
    [TestCase("100", "1E+2")]
    [TestCase("0", "-0.0e9")]
    [TestCase("0.1", "1e-1")]
    [TestCase("123456789012345678901234567890.5", "1234567890123456789012345678905e-1")]
    public void One_value_written_in_two_ways_is_equal(string one, string other) =>
        Evaluated.IsValid($$"""{"const":{{one}}}""", other).ShouldBeTrue();

    [TestCase("9007199254740993", "9007199254740992")]
    [TestCase("1e400", "1e401")]
    [TestCase("0.1", "0.1000000000000000000000000001")]
    public void Values_that_a_double_cannot_tell_apart_differ(string one, string other) =>
        Evaluated.IsValid($$"""{"const":{{one}}}""", other).ShouldBeFalse();

    [TestCase("0.01", "0.07", true)]
    [TestCase("0.01", "0.075", false)]
    [TestCase("0.0001", "0.0075", true)]
    [TestCase("7", "1e1000000000", false)]
    [TestCase("8", "1e1000000000", true)]
    [TestCase("3", "111111111111111111111111111111", true)]
    [TestCase("1e-1000000000", "5", true)]
    [TestCase("1e1000000000", "5", false)]
    public void Multiples_are_exact_and_huge_exponents_take_no_time(string divisor, string value, bool expected) =>
        Evaluated.IsValid($$"""{"multipleOf":{{divisor}}}""", value).ShouldBe(expected);

    [TestCase("""{"maximum":1e1000000000}""", "9e999999999", true)]
    [TestCase("""{"maximum":1e1000000000}""", "1.1e1000000000", false)]
    [TestCase("""{"type":"integer"}""", "1.5e1000000000", true)]
    [TestCase("""{"type":"integer"}""", "1e-1", false)]
    [TestCase("""{"minimum":-0.0}""", "0", true)]
    [TestCase("""{"exclusiveMinimum":-1e-99}""", "-1e-99", false)]
    public void Bounds_compare_digits(string schema, string value, bool expected) =>
        Evaluated.IsValid(schema, value).ShouldBe(expected);

    [FsCheck.NUnit.Property(MaxTest = 2000)]
    public Property Order_and_divisibility_are_those_of_big_integers() =>
        Prop.ForAll(
            (from digits in Gen.Choose(-999_999, 999_999) from power in Gen.Choose(0, 30) select (digits, power))
                .Two()
                .ToArbitrary(),
            pair =>
            {
                var (a, b) = (Exact(pair.Item1), Exact(pair.Item2));
                var left = Number(pair.Item1);
                var right = Number(pair.Item2);
                var isOrdered = Math.Sign(JsonNumber.Compare(left, right)) == a.CompareTo(b);
                return isOrdered && (right.IsZero || left.IsMultipleOf(right) == (a % b == 0));
            }
        );

    private static BigInteger Exact((int Digits, int Power) number) => number.Digits * BigInteger.Pow(10, number.Power);

    private static JsonNumber Number((int Digits, int Power) number) =>
        new(
            System.Text.Encoding.UTF8.GetBytes(
                string.Create(CultureInfo.InvariantCulture, $"{number.Digits}e{number.Power}")
            )
        );
}
