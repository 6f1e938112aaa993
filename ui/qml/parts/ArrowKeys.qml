import QtQuick

// Moves the focus with the arrow keys to what lies nearest in that direction.
QtObject {
    id: arrows

    function press(key: int, from: Item): bool {
        const way = arrows.direction(key);
        if (way === null || from === null)
            return false;
        const next = arrows.nearest(from, way);
        if (next !== null)
            next.forceActiveFocus(Qt.TabFocusReason);
        return next !== null;
    }

    function direction(key: int): var {
        switch (key) {
        case Qt.Key_Left:
            return Qt.point(-1, 0);
        case Qt.Key_Right:
            return Qt.point(1, 0);
        case Qt.Key_Up:
            return Qt.point(0, -1);
        case Qt.Key_Down:
            return Qt.point(0, 1);
        default:
            return null;
        }
    }

    function centre(item: Item): point {
        return item.mapToItem(null, item.width / 2, item.height / 2);
    }

    function nearest(from: Item, way: point): Item {
        const here = arrows.centre(from);
        let best = null;
        let least = Infinity;
        const first = from.nextItemInFocusChain();
        let item = first;
        do {
            const there = arrows.centre(item);
            const ahead = (there.x - here.x) * way.x + (there.y - here.y) * way.y;
            const aside = Math.abs((there.x - here.x) * way.y) + Math.abs((there.y - here.y) * way.x);
            if (ahead > 1 && ahead + 2 * aside < least) {
                least = ahead + 2 * aside;
                best = item;
            }
            item = item.nextItemInFocusChain();
        } while (item !== first && item !== from)
        return best;
    }
}
